/** What a change of site-wide rights would mean for people, counted: who gains and loses what, before anything follows. */
import { sql } from "drizzle-orm";
import { type GlobalPermission, globalPermission, isGlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { Policy } from "@/lib/policy/facts";
import { ANONYMOUS, AUTHENTICATED, policyViewer } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import type { GlobalChange } from "./table-form";

/** One right that turns for somebody; site owners hold every one and are never counted. */
export interface GlobalTurn {
  readonly permission: GlobalPermission;
  readonly label: string;
  readonly gains: boolean;
  readonly people: number;
  readonly visitors: boolean;
  /** whoever asks is among them */
  readonly self: boolean;
}

interface Sort {
  roles: string[];
  people: number;
  self: boolean;
}

/** For whoever may administer permissions; the caller asks. */
export async function findGlobalEffect(viewer: Viewer, changes: readonly GlobalChange[]): Promise<GlobalTurn[]> {
  const roles = [...new Set([...viewer.policy.globalRoles.keys()])];
  const sorts = await viewer.portal.store.reader.rows<Sort>(sql`
    with held as (
      select x.account_id, array_agg(distinct x.role order by x.role) as roles from (
        select r.account_id, r.role from account_role r
        union all select m.account_id, c.role from membership m join group_conferred_role c on c.group_id = m.group_id) x
      where x.role = any(${sql.param(roles)}::text[]) group by 1)
    select coalesce(h.roles, '{}') as roles, count(*)::int as people,
      coalesce(bool_or(a.id = ${viewer.account?.id ?? null}::uuid), false) as self
    from account a left join held h on h.account_id = a.id where a.active and not a.owner group by 1`);
  return turnsOf([viewer.policy, changedPolicy(viewer.policy, changes)], sorts, changes);
}

function changedPolicy(policy: Policy, changes: readonly GlobalChange[]): Policy {
  const globalRoles = new Map([...policy.globalRoles].map(([role, held]) => [role, new Set(held)]));
  for (const { role, permission, on } of changes) {
    if (on) globalRoles.get(role)?.add(permission as GlobalPermission);
    else globalRoles.get(role)?.delete(permission as GlobalPermission);
  }
  return { ...policy, globalRoles };
}

type Pair = readonly [Policy, Policy];

function turnsOf(policies: Pair, sorts: readonly Sort[], changes: readonly GlobalChange[]): GlobalTurn[] {
  const asked = [...new Set(changes.map(({ permission }) => permission))].filter(isGlobalPermission);
  const somebody = { id: "", active: true, owner: false };
  return asked.flatMap((permission) => {
    const turns = (account: typeof somebody | null, roles: readonly string[]) => {
      const [before, after] = policies.map(
        (policy) => decideGlobal(policyViewer(policy, account, roles), permission).allowed,
      );
      return before === after ? null : after === true;
    };
    const visitor = turns(null, []);
    const turned = sorts.map((sort) => ({ ...sort, gains: turns(somebody, sort.roles) }));
    return [false, true].flatMap((gains) => {
      const those = turned.filter((sort) => sort.gains === gains);
      const people = those.reduce((sum, sort) => sum + sort.people, 0);
      if (people === 0 && visitor !== gains) return [];
      const self = those.some((sort) => sort.self);
      const { label } = globalPermission(permission);
      return [{ permission, label, gains, people, visitors: visitor === gains, self }];
    });
  });
}

const people = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "person" : "people"}`;

/** One sentence for each right that turns for anybody; what is lost comes first. Pure. */
export function globalEffectSentences(turns: readonly GlobalTurn[]): string[] {
  return turns
    .toSorted((one, other) => Number(one.gains) - Number(other.gains))
    .map(({ label, gains, people: many, visitors }) => {
      const verb = gains ? "would gain" : "would lose";
      if (many === 0) return `Visitors ${verb} “${label}”.`;
      return `${people(many)}${visitors ? " and visitors" : ""} ${verb} “${label}”.`;
    });
}

const WIDE: Readonly<Record<string, string>> = { [ANONYMOUS]: "everybody", [AUTHENTICATED]: "every account" };

/** Giving away power, and shutting oneself out. Pure. */
export function globalWarnings(turns: readonly GlobalTurn[], changes: readonly GlobalChange[]): string[] {
  const high = changes.flatMap(({ role, permission, on }) => {
    if (!on || !isGlobalPermission(permission)) return [];
    const { label, risk } = globalPermission(permission);
    const who = WIDE[role];
    if (risk !== "high") return [];
    return [`“${label}” is marked high: it sets its holders above others.${who ? ` Here it goes to ${who}.` : ""}`];
  });
  const lost = turns.filter(({ self, gains }) => self && !gains).map(({ label }) => `“${label}”`);
  return [...high, ...(lost.length > 0 ? [`You yourself would lose ${lost.join(", ")}.`] : [])];
}
