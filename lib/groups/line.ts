/** One group as lists show it, to a viewer who sees it. */
import { type SQL, sql } from "drizzle-orm";
import { decide } from "@/lib/policy/decide";
import type { Situation } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import { type FactsRow, groupFacts, ownStanding, toSituation } from "./facts";
import { oneLine } from "./one-line";
import { type Verb, verbFor } from "./verb";

/** Counted to this many; `more` says that there are others. */
export const COUNTED = 1_000;

export interface Count {
  readonly count: number;
  readonly more: boolean;
}

export interface GroupLine {
  readonly slug: string;
  readonly name: string;
  readonly picture: string;
  readonly colour: string;
  readonly type: { readonly name: string; readonly label: string };
  readonly line: string;
  /** null for those who may not list them */
  readonly members: Count | null;
  readonly status: { readonly member: boolean; readonly leads: boolean; readonly pending: "join" | "leave" | null };
  readonly verb: Verb;
  readonly published: boolean;
}

export interface LineRow extends FactsRow {
  readonly type_label: string;
  /** counted to one more than `COUNTED` */
  readonly members: number;
}

/** Columns of a line about the group `g`, whose type's label is `t.label`. */
export function lineColumns(viewer: Viewer): SQL {
  return sql`${groupFacts}, ${ownStanding(viewer)}, t.label as type_label, ${memberCount}`;
}

export const memberCount = sql`(select count(*)::int from (
  select 1 from membership c where c.group_id = g.id limit ${COUNTED + 1}) few) as members`;

export function counted(number: number): Count {
  return { count: Math.min(number, COUNTED), more: number > COUNTED };
}

/** Null where the group is younger than what the viewer knows of types. */
export function toLine(viewer: Viewer, row: LineRow): GroupLine | null {
  const situation = toSituation(viewer, row);
  return situation && lineOf(viewer, situation, row);
}

export function lineOf(viewer: Viewer, situation: Situation, row: LineRow): GroupLine {
  const { slug, name, picture, colour, published } = row;
  const { member, leads, pending } = situation.standing;
  return {
    ...{ slug, name, picture, colour, published },
    type: { name: row.type, label: row.type_label },
    line: oneLine(row.description),
    members: decide(viewer, situation, "member.list").allowed ? counted(row.members) : null,
    status: { member, leads, pending },
    verb: verbFor(viewer, situation, viewer.settings),
  };
}
