import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { listSeats, type Person } from "../seats";

export interface ImportedMember {
  readonly account: string;
  /** custom roles of the group's type */
  readonly roles: readonly string[];
  /** ISO, of the database's clock */
  readonly until: string | null;
}

export interface ImportMembersInput {
  /** the group's address */
  readonly group: string;
  readonly members: readonly ImportedMember[];
}

export type ImportMembersAnswer = "not-permitted" | "not-found" | "already-member" | "no-such-role" | "imported";

interface Facts {
  readonly found: FoundSituation | null;
  readonly seats: ReadonlyMap<string, Person>;
}

/** People whom the portal itself puts into a group as a world is built: nobody is told, and eligibility is not asked. */
export const importingMembers: ExclusiveCommand<ImportMembersInput, Facts, ImportMembersAnswer> = {
  way: "exclusive",
  verb: "member.import",
  proceeds: ["imported"],

  async facts(read, viewer, { group, members }) {
    const found = await findSituation(read, viewer, { slug: group });
    const ids = members.map(({ account }) => account);
    return { found, seats: found ? await listSeats(read, viewer.policy, found.situation, ids) : new Map() };
  },

  answer(viewer, { found, seats }, { members }) {
    if (!isSite(viewer)) return "not-permitted";
    if (!found || members.some(({ account }) => !seats.has(account))) return "not-found";
    const accounts = new Set(members.map(({ account }) => account));
    const inAlready = members.some(({ account }) => seats.get(account)?.situation.standing.member);
    if (inAlready || accounts.size < members.length) return "already-member";
    const { columns } = found.situation.table;
    const known = members.every(({ roles }) => roles.every((role) => columns.get(role)?.kind === "custom"));
    return known ? "imported" : "no-such-role";
  },

  exclusively(_viewer, { found }, { members }) {
    const { group, confers } = sure(found);
    const accounts = members.map(({ account }) => account);
    return {
      locks: { policy: confers ? "update" : "share", accounts, groups: [group.id] },
      raises: { accounts },
      changes: accounts.map((accountId) => ({ kind: "member-begins", accountId, groupId: group.id })),
    };
  },

  writing(_viewer, { found }, { members }) {
    const { id: groupId, type } = sure(found).group;
    const rows = members.map(({ roles, ...member }) => ({ ...member, roles: [...new Set(roles)] }));
    const [first, ...rest] = rows.map(
      ({ account: accountId, roles, until }): AuditEvent => ({
        ...{ event: "member.added", accountId, groupId, after: { roles, until } },
      }),
    );
    if (!first) return null;
    const from = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(account uuid, roles jsonb, until timestamptz)`;
    return {
      parts: [
        {
          name: "added",
          statement: sql`insert into membership (group_id, account_id, how, until)
            select ${groupId}::uuid, x.account, 'added', x.until from guard, ${from} returning account_id`,
        },
        {
          name: "given",
          statement: sql`insert into membership_role (group_id, account_id, type, role)
            select ${groupId}::uuid, x.account, ${type}, r.role from added join ${from} on x.account = added.account_id,
              jsonb_array_elements_text(x.roles) r(role) returning role`,
        },
      ],
      events: [first, ...rest],
    };
  },
};

export const importMembers = command(importingMembers);

function sure(found: FoundSituation | null) {
  if (!found) throw new Error("a command proceeded without its facts");
  return { group: found.group, confers: found.situation.group.confers.length > 0 };
}
