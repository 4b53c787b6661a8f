import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { answerGrant, answerRevoke, type GrantAnswer } from "@/lib/policy/answers/permissions";
import { isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import { mayGrantCell } from "@/lib/policy/ceilings";
import { contentOn } from "@/lib/policy/columns";
import type { TypeTable } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/session/viewer";
import type { ChangeCellInput, ChangeGrantsInput } from "../schema";
import { listMoves, type Move } from "./moves";
import { findTypeFacts, mayAdministerTypes, raisedVersion, type TypeFacts, wholePolicy } from "./type-facts";

type CellChange = ChangeGrantsInput["changes"][number];
type Input = Omit<ChangeGrantsInput, "version"> & { readonly version: number | null };

export type ChangeGrantsAnswer = GrantAnswer | "not-found" | "stale";

/** Ticking and unticking cells: all of it or nothing, and nothing on a table that has moved meanwhile. */
export const changingGrants: ExclusiveCommand<Input, TypeFacts | null, ChangeGrantsAnswer> = {
  way: "exclusive",
  verb: "type.change-grants",
  proceeds: ["changed"],
  facts: (read, _viewer, { type }) => findTypeFacts(read, type),

  answer(viewer, facts, { type, version, changes }) {
    if (!mayAdministerTypes(viewer)) return "not-permitted";
    const table = viewer.policy.types.get(type);
    if (!facts || !table) return "not-found";
    if (version !== null && version !== facts.version) return "stale";
    const answers = changes.map((change) => answerCell(viewer, facts, table, change));
    const refusals = ["not-found", "impossible", "exceeds-own"] as const;
    return refusals.find((word) => answers.includes(word)) ?? "changed";
  },

  exclusively: () => wholePolicy,

  writing(viewer, facts, { type, changes, reason }) {
    const table = viewer.policy.types.get(type);
    const moved = changes.filter((change) => table && ticked(table, change) !== change.on);
    const [first, ...rest] = moved.map((change) => eventOf(type, change, reason, (facts?.version ?? 0) + 1));
    if (!first) return null;
    const cells = JSON.stringify(moved.map((c) => ({ ...c, kind: table?.columns.get(c.role)?.kind })));
    const from = sql`jsonb_to_recordset(${cells}::jsonb) as c(role text, kind text, permission text, "on" boolean)`;
    return {
      parts: [
        {
          name: "granted",
          statement: sql`insert into group_grant (type, role, kind, permission)
            select ${type}, c.role, c.kind, c.permission from guard, ${from} where c."on"`,
        },
        {
          name: "revoked",
          statement: sql`delete from group_grant x using guard, ${from}
            where not c."on" and x.type = ${type} and x.role = c.role and x.permission = c.permission`,
        },
        raisedVersion(type),
      ],
      data: sql`(select jsonb_build_object('version', version) from raised)`,
      events: [first, ...rest],
    };
  },
};

function answerCell(viewer: Viewer, facts: TypeFacts, table: TypeTable, change: CellChange): GrantAnswer | "not-found" {
  const { role, permission, on } = change;
  const kind = table.columns.get(role)?.kind;
  if (!kind || !isGroupPermission(permission)) return "not-found";
  if (!on) return answerRevoke({ mayAdminister: true, exceeds: false });
  return answerGrant({
    mayAdminister: true,
    possible: possibleIn(kind, permission) === true && contentOn(table, permission),
    already: ticked(table, change),
    exceeds: !mayGrantCell(actorOf(viewer), { kind, permission }, facts.use),
  });
}

function ticked(table: TypeTable, { role, permission }: CellChange): boolean {
  return isGroupPermission(permission) && (table.columns.get(role)?.permissions.has(permission) ?? false);
}

/** `after.version` is what tells, later, which cells moved since a form was made. */
function eventOf(type: string, { role, permission, on }: CellChange, reason: string, version: number): AuditEvent {
  const event = on ? "permission.granted" : "permission.revoked";
  return { event, type, role, permission, reason, after: { version } };
}

const change = command<Input, TypeFacts | null, ChangeGrantsAnswer, { version: number }>(changingGrants);

export interface ChangeGrantsOutcome extends Outcome<ChangeGrantsAnswer, { version: number }> {
  /** under `stale`: what moved since the version in the form, oldest first */
  readonly moves: readonly Move[];
  /** under every other refusal: the cells that are to blame */
  readonly blamed: readonly CellChange[];
}

/** The permission form: the difference to the version that it was made on. `data.version` is the new one, null if nothing moved. */
export async function changeGrants(viewer: Viewer, input: ChangeGrantsInput): Promise<ChangeGrantsOutcome> {
  const outcome = await change(viewer, input);
  if (outcome.done || outcome.answer === "not-permitted") return { ...outcome, moves: [], blamed: [] };
  const { reader } = viewer.portal.store;
  if (outcome.answer === "stale") {
    return { ...outcome, moves: await listMoves(reader, input.type, input.version), blamed: [] };
  }
  return { ...outcome, moves: [], blamed: await blame(viewer, input) };
}

async function blame(viewer: Viewer, { type, changes }: ChangeGrantsInput): Promise<CellChange[]> {
  const facts = await findTypeFacts(viewer.portal.store.reader, type);
  const table = viewer.policy.types.get(type);
  return facts && table ? blameCells(viewer, facts, table, changes) : [];
}

/** The changes that stand in the way of the others, for whoever asks for them. */
export function blameCells(
  viewer: Viewer,
  facts: TypeFacts,
  table: TypeTable,
  changes: readonly CellChange[],
): CellChange[] {
  return changes.filter((cell) => answerCell(viewer, facts, table, cell) !== "changed");
}

/** One cell, whatever version the table has. */
export const grantCell = (viewer: Viewer, cell: ChangeCellInput) => change(viewer, oneCell(cell, true));
export const revokeCell = (viewer: Viewer, cell: ChangeCellInput) => change(viewer, oneCell(cell, false));

function oneCell({ type, role, permission, reason }: ChangeCellInput, on: boolean): Input {
  return { type, version: null, changes: [{ role, permission, on }], reason };
}
