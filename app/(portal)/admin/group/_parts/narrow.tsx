/** The filters of the list of all groups: one plain form, and what is chosen as links that drop it. */
import { X } from "lucide";
import Link from "next/link";
import { Button, ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Select } from "@/app/_ui/select";
import { OVERVIEW_FILTERS, type OverviewFilter } from "@/lib/groups/overview-filters";
import { type Asked, FILTER_WORDS, fieldsOf, overviewPath, without } from "./asked";

type Named = readonly { readonly name: string; readonly label: string }[];
type Props = { asked: Asked; types: Named; roles: Named };

export function Narrow({ asked, types, roles }: Props) {
  const { q, hide } = fieldsOf(asked);
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm font-medium text-accent underline decoration-1 underline-offset-4">
        Narrow the list
      </summary>
      <form
        action="/admin/group"
        aria-label="Narrow the list"
        className="mt-3 rounded-lg border border-line bg-panel p-4"
      >
        {q ? <input type="hidden" name="q" value={q} /> : null}
        {hide ? <input type="hidden" name="hide" value={hide} /> : null}
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Select
            name="type"
            label="Type"
            required={false}
            placeholder="Any"
            defaultValue={asked.type ?? ""}
            choices={types.map(({ name, label }) => ({ value: name, label }))}
          />
          <Select
            name="role"
            label="Kept for, or giving, the role"
            required={false}
            placeholder="Any"
            defaultValue={asked.role ?? ""}
            choices={roles.map(({ name, label }) => ({ value: name, label }))}
          />
          {OVERVIEW_FILTERS.map((filter) => (
            <Either key={filter} filter={filter} wanted={asked.narrowing[filter]} />
          ))}
        </div>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button type="submit" variant="primary">
            Show these
          </Button>
          <ButtonLink href={overviewPath({ q: asked.q, hide: asked.hide })} variant="plain">
            Show all
          </ButtonLink>
        </div>
      </form>
    </details>
  );
}

function Either({ filter, wanted }: { filter: OverviewFilter; wanted: boolean | undefined }) {
  const { name, yes, no } = FILTER_WORDS[filter];
  return (
    <Select
      name={filter}
      label={name}
      required={false}
      placeholder="Any"
      defaultValue={wanted === undefined ? "" : wanted ? "yes" : "no"}
      choices={[
        { value: "yes", label: yes },
        { value: "no", label: no },
      ]}
    />
  );
}

/** Said by itself, it would not say of what. */
const BARE = /^(Has|Needs|All|One) /;

/** What is asked for now, each to be dropped by itself. */
export function Narrowed({ asked, types, roles }: Props) {
  const filters = OVERVIEW_FILTERS.filter((filter) => asked.narrowing[filter] !== undefined);
  const type = types.find(({ name }) => name === asked.type);
  const role = roles.find(({ name }) => name === asked.role);
  const chosen = [
    ...(type ? [{ label: type.label, href: overviewPath({ ...asked, type: null, after: null }) }] : []),
    ...(role ? [{ label: `Role: ${role.label}`, href: overviewPath({ ...asked, role: null, after: null }) }] : []),
    ...filters.map((filter) => {
      const { name, yes, no } = FILTER_WORDS[filter];
      const said = asked.narrowing[filter] ? yes : no;
      return { label: BARE.test(said) ? `${name}: ${said}` : said, href: without(asked, filter) };
    }),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Narrowed to" className="flex flex-wrap gap-2">
      {chosen.map(({ label, href }) => (
        <li key={label}>
          <Link
            href={href}
            prefetch={false}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-accent bg-accent-wash px-3 text-sm text-accent hover:bg-well"
          >
            {label}
            <Icon of={X} size={14} />
            <span className="sr-only">, drop this filter</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
