/** Ways to narrow a log: one plain form, and what is asked for now, each to be dropped by itself. The address holds it. */
import { buttonClass } from "@/app/_ui/button";
import { FacetLinks } from "@/app/_ui/facet-links";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import type { MeantBy } from "@/lib/audit/queries/find-meant";
import { ALL_KINDS, CAUSE_KINDS, GROUP_KINDS, type Kind } from "@/lib/audit/sentence-kinds";
import { type AskedLog, logPath } from "./asked";

type Props = {
  base: string;
  asked: AskedLog;
  /** who and what is meant by the names in the address */
  meant: MeantBy;
  /** group types; none in the log of one group */
  types: readonly { readonly name: string; readonly label: string }[];
};

const TYPED = { actor: "Who did it", person: "Whom it concerns", group: "Which group" } as const;
type Typed = keyof typeof TYPED;
const ENDS = { from: "From", to: "Until" } as const;

export function Narrow({ base, asked, meant, types }: Props) {
  const whole = !base.startsWith("/groups/");
  // What was typed and is nobody's name, or several people's, is there to be typed anew.
  const unsettled = whole && (Object.keys(TYPED) as Typed[]).some((key) => meant[key] && !meant[key].id);
  return (
    <div className="grid gap-4">
      <Dropping base={base} asked={asked} meant={meant} types={types} />
      <details open={unsettled}>
        <summary className={buttonClass("quiet", "sm", "list-none")}>Narrow</summary>
        <search>
          <form
            action={base}
            className="mt-4 grid gap-4 rounded-lg border border-line bg-panel p-5 sm:grid-cols-2 lg:grid-cols-3"
          >
            <Kinds name="event" label="What happened" kinds={whole ? ALL_KINDS : GROUP_KINDS} asked={asked.event} />
            <Kinds name="cause" label="What brought it about" kinds={CAUSE_KINDS} asked={asked.cause} />
            {whole ? <Types types={types} asked={asked.type} /> : null}
            {(Object.keys(TYPED) as Typed[]).map((name) => (
              <Whom key={name} name={name} asked={asked} meant={meant} typed={whole} />
            ))}
            {(["from", "to"] as const).map((name) => (
              <TextInput
                key={name}
                name={name}
                type="date"
                label={ENDS[name]}
                hint="Days are counted in UTC"
                defaultValue={asked[name] ?? undefined}
                required={false}
              />
            ))}
            {asked.request ? <input type="hidden" name="request" value={asked.request} /> : null}
            <div className="flex items-end">
              <button type="submit" className={buttonClass("soft")}>
                Show
              </button>
            </div>
          </form>
        </search>
      </details>
    </div>
  );
}

function Kinds({
  name,
  label,
  kinds,
  asked,
}: {
  name: string;
  label: string;
  kinds: readonly Kind[];
  asked?: string | null;
}) {
  const choices = kinds.map(({ event, words, section }) => ({ value: event, label: words, section }));
  return (
    <Select
      name={name}
      label={label}
      choices={choices}
      placeholder="Anything"
      defaultValue={asked ?? ""}
      required={false}
    />
  );
}

function Types({ types, asked }: { types: Props["types"]; asked?: string | null }) {
  const choices = types.map(({ name, label }) => ({ value: name, label }));
  return (
    <Select
      name="type"
      label="Group type"
      choices={choices}
      placeholder="Any"
      defaultValue={asked ?? ""}
      required={false}
    />
  );
}

/** Who is settled is kept, and dropped above; who is not is typed. */
function Whom({ name, asked, meant, typed }: { name: Typed; asked: AskedLog; meant: MeantBy; typed: boolean }) {
  const value = asked[name] ?? undefined;
  if (value && (meant[name]?.id || !typed)) return <input type="hidden" name={name} value={meant[name]?.id ?? value} />;
  if (!typed) return null;
  return (
    <TextInput
      name={name}
      label={TYPED[name]}
      hint="How a name begins"
      defaultValue={value}
      maxLength={200}
      required={false}
      autoComplete="off"
    />
  );
}

function Dropping({ base, asked, meant, types }: Props) {
  const wordsOf = (list: readonly Kind[], event: string | null | undefined) =>
    list.find((kind) => kind.event === event)?.words ?? event;
  const said: Readonly<Record<string, string | null | undefined>> = {
    event: wordsOf(ALL_KINDS, asked.event),
    cause: asked.cause ? `Brought about by: ${wordsOf(CAUSE_KINDS, asked.cause)}` : null,
    type: types.find(({ name }) => name === asked.type)?.label ?? asked.type,
    ...Object.fromEntries(
      (Object.keys(TYPED) as Typed[]).map((name) => [
        name,
        asked[name] ? `${TYPED[name]}: ${meant[name]?.name ?? asked[name]}` : null,
      ]),
    ),
    from: asked.from ? `From ${asked.from}` : null,
    to: asked.to ? `Until ${asked.to}` : null,
    request: asked.request ? "Done at once" : null,
  };
  const facets = Object.entries(said).flatMap(([key, label]) =>
    label ? [{ href: logPath(base, { ...asked, [key]: null, after: null }), label, current: true }] : [],
  );
  return facets.length > 0 ? <FacetLinks label="Narrowed to" facets={facets} /> : null;
}
