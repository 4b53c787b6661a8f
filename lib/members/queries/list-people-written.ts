/**
 * Whom a written list means, as far as its writer may find people: by exact name, or by the account's own id; by address
 * only whoever administers people, and only addresses that were proven. To everybody else every address is alike.
 */
import { type SQL, sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import type { FoundSituation } from "@/lib/groups/facts";
import { iso } from "@/lib/moment";
import { parseEmail } from "@/lib/people/email";
import { decide, decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import type { WrittenRow } from "../read-list";

/** Why a line means nobody that could be added. */
export type Unfound = "unknown" | "several" | "twice" | "no-addresses" | "no-such-role";

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly since: string;
}

export interface WrittenPerson extends WrittenRow {
  readonly account: Candidate | null;
  readonly unfound: Unfound | null;
  /** all of that name, where there are several; the first twenty */
  readonly candidates: readonly Candidate[];
  /** names of the roles, where the writer may give any */
  readonly roleNames: readonly string[];
}

const CANDIDATES = 20;

export const mayFindByAddress = (viewer: Viewer): boolean => decideGlobal(viewer, "people.administer").allowed;

/** `chosen`: by line, which of several of a name is meant. Says nothing of whether the writer may add anybody. */
export async function listPeopleWritten(
  viewer: Viewer,
  { situation, group }: FoundSituation,
  rows: readonly WrittenRow[],
  chosen: ReadonlyMap<number, string>,
): Promise<WrittenPerson[]> {
  const { reader } = viewer.portal.store;
  const byAddress = mayFindByAddress(viewer);
  const found = await reader.rows<Candidate & { n: number }>(meant(rows.map((row) => keyOf(row.who, byAddress))));
  const roles = decide(viewer, situation, "member.assign-roles").allowed
    ? await reader.rows<{ name: string; label: string }>(sql`
        select name, label from group_role where type = ${group.type} and kind = 'custom'`)
    : null;
  const taken = new Set<string>();
  return rows.map((row, n) => {
    const candidates = found.filter((one) => one.n === n).map(({ id, name, since }) => ({ id, name, since }));
    const named = roles ? row.roles.map((said) => roleOf(roles, said)) : row.roles.map((said) => said.slice(0, 48));
    const roleNames = named.filter((name) => name !== null);
    const account = candidates.length === 1 ? candidates[0] : candidates.find(({ id }) => id === chosen.get(row.line));
    const unfound = unfoundOf(row, candidates, account ?? null, taken, byAddress);
    if (account) taken.add(account.id);
    return {
      ...row,
      account: unfound ? null : (account ?? null),
      unfound: unfound ?? (roleNames.length < named.length ? "no-such-role" : null),
      candidates: candidates.length > 1 ? candidates.slice(0, CANDIDATES) : [],
      roleNames,
    };
  });
}

function unfoundOf(
  { who }: WrittenRow,
  candidates: readonly Candidate[],
  account: Candidate | null,
  taken: ReadonlySet<string>,
  byAddress: boolean,
): Unfound | null {
  if (candidates.length === 0) return !byAddress && parseEmail(who) ? "no-addresses" : "unknown";
  if (!account) return "several";
  return taken.has(account.id) ? "twice" : null;
}

interface Key {
  readonly id: string | null;
  readonly email: string | null;
  readonly name: string;
}

/** The last part of the address of a page about somebody is their id. */
const AT_PROFILE = /^(?:https?:\/\/[^/\s]+)?\/people\/([0-9a-f-]{36})$/i;

function keyOf(who: string, byAddress: boolean): Key {
  const id = uuidOf(AT_PROFILE.exec(who)?.[1] ?? who);
  return { id, email: byAddress && !id ? (parseEmail(who)?.key ?? null) : null, name: fold(who) };
}

function meant(keys: readonly Key[]): SQL {
  const is = (condition: SQL) => sql`select a.id, a.name, a.created_at from account a where a.active and ${condition}`;
  return sql`
    select w.n, x.id, x.name, ${iso(sql`x.created_at`)} as since
    from jsonb_to_recordset(${JSON.stringify(keys.map((key, n) => ({ n, ...key })))}::jsonb)
        as w(n int, id uuid, email text, name text)
      cross join lateral (
        (${is(sql`a.id = w.id`)})
        union (${is(sql`a.email_key = w.email collate "C" and a.email_proven_at is not null`)})
        union (${is(sql`a.name_key = w.name collate "C"`)} order by a.created_at, a.id limit ${CANDIDATES + 1})) x
    order by w.n, x.created_at, x.id`;
}

/** A role by its name, or by its label however it is spelled in capitals; null where there is none. */
function roleOf(roles: readonly { name: string; label: string }[], said: string): string | null {
  const one = roles.find(({ name }) => name === said) ?? roles.find(({ label }) => fold(label) === fold(said));
  return one?.name ?? null;
}
