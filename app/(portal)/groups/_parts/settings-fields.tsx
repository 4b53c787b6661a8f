/** The two questions and what goes with them, for a group that is there and for one that is not yet. */
import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import type { RoleChoice } from "@/lib/groups/queries/list-roles";
import type { SentenceFlags } from "@/lib/groups/sentence";
import { answersOf } from "@/lib/groups/sentence-answers";
import { ConferredRoles } from "./conferred-roles";
import { LiveSentence } from "./live-sentence";

export interface Settings {
  readonly flags: SentenceFlags;
  readonly quietJoinPage: boolean;
  /** who it is for has to be said anew, so nothing is chosen beforehand */
  readonly whoOpen: boolean;
  readonly eligibleRoles: readonly string[];
  readonly confers: readonly string[];
  readonly roles: readonly RoleChoice[];
  readonly mayRestrict: boolean;
}

export const FINDS = [
  { value: "everybody", label: "Whoever may see groups of this kind", hint: "It stands in the directory." },
  { value: "link", label: "Only people with a link", hint: "It is hidden: nobody outside it knows that it exists." },
  {
    value: "nobody",
    label: "Nobody",
    hint: "It is internal: administrators and rules put people in, and links do not work.",
  },
];

export const ENTERS = [
  { value: "once", label: "They join at once", hint: "One press, and they are in." },
  {
    value: "approval",
    label: "They ask, and somebody lets them in",
    hint: "Their request waits for whoever is in charge.",
  },
];

export function SettingsFields({ settings }: { settings: Settings }) {
  const { flags, eligibleRoles, roles } = settings;
  const labels = Object.fromEntries(roles.map(({ name, label }) => [name, label]));
  const { finds, enters } = answersOf(flags);
  return (
    <LiveSentence flags={flags} eligible={eligibleRoles.map((name) => labels[name] ?? name)} labels={labels}>
      <RadioCards name="finds" legend="Who can find it?" cards={FINDS} defaultValue={finds} />
      <RadioCards name="enters" legend="How do people get in?" cards={ENTERS} defaultValue={enters} />
      <ForWhom settings={settings} />
      <More settings={settings} />
      <ConferredRoles confers={settings.confers} roles={roles} />
    </LiveSentence>
  );
}

const WHO = [
  { value: "everybody", label: "Everybody" },
  { value: "roles", label: "People with one of these roles", hint: "Nobody else can see it or be in it." },
];

function ForWhom({ settings: { eligibleRoles, roles, whoOpen } }: { settings: Settings }) {
  const chosen = eligibleRoles.length > 0 ? "roles" : "everybody";
  const listed = new Set(eligibleRoles);
  const unknown = eligibleRoles.filter((name) => !roles.some((role) => role.name === name));
  const all = [...roles, ...unknown.map((name) => ({ name, label: name }))];
  if (all.length === 0) return <input type="hidden" name="who" value="everybody" />;
  return (
    <div className="group/who grid gap-3">
      <RadioCards name="who" legend="Who is it for?" cards={WHO} defaultValue={whoOpen ? undefined : chosen} />
      <div className="hidden pl-4 group-has-[#who-roles:checked]/who:block">
        <Fieldset legend="Roles" id="eligibleRoles">
          <div className="grid gap-3 sm:grid-cols-2">
            {all.map(({ name, label }) => (
              <Checkbox
                key={name}
                id={`eligible-${name}`}
                name="eligibleRoles"
                value={name}
                label={label}
                defaultChecked={listed.has(name)}
              />
            ))}
          </div>
        </Fieldset>
      </div>
    </div>
  );
}

function More({ settings: { flags, quietJoinPage, mayRestrict } }: { settings: Settings }) {
  return (
    <Fieldset legend="And besides" id="more">
      <Checkbox
        name="public"
        label="Public"
        hint="No right to request groups is needed. And once in, one stays, whatever roles one loses."
        defaultChecked={flags.public}
      />
      <Checkbox
        name="published"
        label="Published"
        hint="Without it the page opens only to those who may view unpublished groups."
        defaultChecked={flags.published}
      />
      <Checkbox
        name="quietJoinPage"
        label="Quiet join links"
        hint="The page of a link shows nothing of the group until one has signed in."
        defaultChecked={quietJoinPage}
      />
      {mayRestrict ? (
        <>
          <input type="hidden" name="has" value="restricted" />
          <Checkbox
            name="restricted"
            label="Restricted"
            hint="Only a site owner adds, removes, changes and lets in."
            defaultChecked={flags.restricted}
          />
        </>
      ) : null}
    </Fieldset>
  );
}
