/** Which pending requests are closed: of whoever came or went, and of whoever may no longer come. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import type { Recount } from "./recount";
import type { Closed, Pair } from "./rows";
import { pairs, records, texts, uuids } from "./values";

interface Known {
  readonly overlay: Overlay;
  readonly counted: readonly Recount[];
  readonly pruned: readonly Pair[];
  readonly madeInternal: readonly string[];
  readonly carriedOut: readonly Closed[];
}

export async function closedRequests(read: Reader, known: Known): Promise<Closed[]> {
  const { overlay, counted, carriedOut } = known;
  const internal = uuids([...known.madeInternal, ...becomingInternal(overlay)]);
  const ended = uuids(overlay.accountsEnded);
  return read.rows<Closed>(sql`
    with people as materialized (
      select account, owner_before, owner_after, asks_before, asks_after, texts(before) as held_before, texts(after) as held_after
      from ${records(peopleOf(counted))} as x(account uuid, owner_before boolean, owner_after boolean, before jsonb, after jsonb,
        asks_before boolean, asks_after boolean)),
    settled as (select x.account, x.grp from ${pairs(settledBy(known))}),
    configured as (select * from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb)),
    looked_at as (
      select r.id from request r join people p on p.account = r.account_id where r.status = 'pending'
      union select r.id from request r join settled s on s.account = r.account_id and s.grp = r.group_id where r.status = 'pending'
      union select r.id from request r where r.status = 'pending' and r.account_id = any(${ended})
      union select r.id from request r where r.status = 'pending' and r.group_id = any(${internal}))
    select r.id as "requestId", r.account_id as "accountId", r.group_id as "groupId", r.kind,
      exists (select 1 from settled s where s.account = r.account_id and s.grp = r.group_id) as settled
    from looked_at join request r on r.id = looked_at.id join groups g on g.id = r.group_id
      left join people p on p.account = r.account_id
      left join configured c on c.grp = r.group_id
      left join (select group_id, array_agg(role) as roles from group_eligible_role group by 1) stored on stored.group_id = g.id
      cross join lateral (select
        coalesce((c.after ->> 'public')::boolean, g.public) as public_after,
        coalesce((c.before ->> 'public')::boolean, g.public) as public_before) f
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), stored.roles, '{}') as before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), stored.roles, '{}')) x
          where x <> all(${texts(overlay.rolesDeleted)})) as after) e
    where r.id <> all(${uuids([...overlay.decided, ...carriedOut.map((c) => c.requestId)])})
      and r.group_id <> all(${uuids(overlay.groupsDeleted)})
      and (r.account_id = any(${ended}) or r.group_id = any(${internal})
        or exists (select 1 from settled s where s.account = r.account_id and s.grp = r.group_id)
        or (r.kind = 'join' and not p.owner_after and (
          (not f.public_after and not p.asks_after and (p.asks_before or f.public_before))
          or (cardinality(e.after) > 0 and not p.held_after && e.after
            and (p.owner_before or cardinality(e.before) = 0 or p.held_before && e.before)))))
    order by r.created_at, r.id`);
}

function peopleOf(counted: readonly Recount[]) {
  return counted.map((c) => ({
    account: c.account_id,
    ...{ owner_before: c.owner_before, owner_after: c.owner_after, before: c.held_before, after: c.held_after },
    ...{ asks_before: c.asks_before, asks_after: c.asks_after },
  }));
}

/** A membership that begins or ends settles whatever that account has pending there. */
function settledBy({ overlay, pruned }: Known): { account: string; grp: string }[] {
  return [
    ...overlay.begun,
    ...overlay.ended,
    ...pruned.map(({ accountId, groupId }) => ({ account: accountId, grp: groupId })),
  ];
}

function becomingInternal({ configured }: Overlay): string[] {
  return configured.filter((c) => c.after.internal && !c.before.internal).map((c) => c.grp);
}
