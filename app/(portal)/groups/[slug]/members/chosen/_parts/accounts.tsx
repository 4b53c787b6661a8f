/** Whom a form is about, as its hidden fields, and in words where that is not everybody above. */
import type { MemberList, MemberQuery } from "@/lib/members/queries/list-members";
import type { MemberLine } from "@/lib/members/queries/member-lines";
import { fieldsOf } from "../../_parts/asked";

export interface Whom {
  readonly slug: string;
  /** of so many that are chosen, those to whom it can be done */
  readonly of: number;
  readonly people: readonly MemberLine["account"][];
  /** the filter, where everybody who fits is chosen: the form means them by it, and not one by one */
  readonly fitting: MemberQuery | null;
}

export const whomOf = (
  list: MemberList,
  fitting: MemberQuery | null,
  isMeant: (line: MemberLine) => boolean,
): Whom => ({
  ...{ slug: list.group.slug, fitting, of: list.lines.length },
  people: list.lines.filter(isMeant).map(({ account }) => account),
});

export function Accounts({ slug, of, people, fitting }: Whom) {
  const fields: readonly (readonly [string, string])[] = fitting
    ? [["all", "on"], ["count", String(people.length)], ...fieldsOf(fitting).map(asForm)]
    : people.map(({ id }) => ["account", id] as const);
  return (
    <>
      <input type="hidden" name="group" value={slug} />
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {of > people.length ? (
        <p className="text-sm text-muted">
          This is about {people.length.toLocaleString("en")} of the {of.toLocaleString("en")}: whoever is above you
          stays as they are.
        </p>
      ) : null}
    </>
  );
}

/** An address says “1” where a form says “on”. */
const asForm = ([name, value]: [string, string]): [string, string] => [name, name === "ends" ? "on" : value];
