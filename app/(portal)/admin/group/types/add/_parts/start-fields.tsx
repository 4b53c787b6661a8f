/** What the table of a new type starts as, and what else has to be known for it. */
import { type Card, RadioCards } from "@/app/_ui/choices";
import { Select } from "@/app/_ui/select";
import type { PresetStart, Starts } from "@/lib/group-types/queries/find-starts";

export function StartFields({ starts: { presets, types, roles } }: { starts: Starts }) {
  const tied = presets.find((preset) => preset.tied !== null);
  const cards: Card[] = [
    ...presets.map((preset) => presetCard(preset, roles.length > 0)),
    ...(types.length > 0 ? [COPY] : []),
    NOTHING,
  ];
  return (
    <div className="group/start grid gap-6">
      <RadioCards
        name="start"
        legend="What does it start from?"
        hint="It is only a start: every cell of the table can be changed afterwards."
        cards={cards}
        defaultValue={cards.find((card) => !card.disabled)?.value}
      />
      {tied && roles.length > 0 ? (
        <div className="hidden group-has-[#start-site-admins:checked]/start:block">
          <Select
            name="globalRole"
            label="Which role administers the groups?"
            hint="Its holders administer every group of this type while they are outside it."
            choices={roles.map(({ name, label }) => ({ value: name, label }))}
            defaultValue={tied.tied?.preferred ?? undefined}
          />
        </div>
      ) : null}
      {types.length > 0 ? (
        <div className="hidden group-has-[#start-copy:checked]/start:block">
          <Select
            name="copy"
            label="Which type?"
            hint="Its custom roles, its whole table, its content, and what new groups start as."
            placeholder="Choose a type"
            choices={types.map(({ name, label, mayGrant }) => ({
              value: name,
              label: mayGrant ? label : `${label} – grants rights that you may not grant`,
              disabled: !mayGrant,
            }))}
          />
        </div>
      ) : null}
    </div>
  );
}

const COPY = { value: "copy", label: "Another type, copied", hint: "A table that exists already, to be changed." };
const NOTHING = {
  value: "nothing",
  label: "Nothing",
  hint: "An empty table: nobody may do anything in its groups yet.",
};

function presetCard({ key, label, help, mayGrant, tied }: PresetStart, hasRoles: boolean): Card {
  const missing = tied !== null && !hasRoles;
  const why = !mayGrant
    ? " Not open to you: it grants rights that only a site owner, or somebody who may bypass group access, grants."
    : missing
      ? " Needs a role of this portal first: make one on the page of site-wide permissions."
      : "";
  return { value: key, label, hint: `${help}${why}`, disabled: !mayGrant || missing };
}
