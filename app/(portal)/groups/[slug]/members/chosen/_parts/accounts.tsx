/** Whom a form is about, as its hidden fields, and in words where that is not everybody above. */
import type { MemberList, MemberQuery } from "@/lib/members/queries/list-members";
import type { MemberLine } from "@/lib/members/queries/member-lines";
import { fieldsOf } from "../../_parts/asked";
import { NamesOf } from "./names-of";

export interface Whom {
  readonly slug: string;
  /** those of the chosen to whom it can be done */
  readonly people: readonly MemberLine["account"][];
  /** the filter, where everybody who fits is chosen: the form means them by it, and not one by one */
  readonly fitting: MemberQuery | null;
}

export const whomOf = (
  list: MemberList,
  fitting: MemberQuery | null,
  isMeant: (line: MemberLine) => boolean,
): Whom => ({
  ...{ slug: list.group.slug, fitting },
  people: list.lines.filter(isMeant).map(({ account }) => account),
});

export function Accounts({ slug, people, fitting }: Whom) {
  const fields: readonly (readonly [string, string])[] = fitting
    ? [["all", "on"], ["count", String(people.length)], ...fieldsOf(fitting).map(asForm)]
    : people.map(({ id }) => ["account", id] as const);
  return (
    <>
      <input type="hidden" name="group" value={slug} />
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <NamesOf people={people} />
    </>
  );
}

/** An address says “1” where a form says “on”. */
const asForm = ([name, value]: [string, string]): [string, string] => [name, name === "ends" ? "on" : value];
