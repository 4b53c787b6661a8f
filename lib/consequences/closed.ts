/** Which pending requests are closed: of whoever came or went, and of whoever may no longer come. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Overlay } from "./change";
import type { Recount } from "./recount";
import type { Closed, Pair } from "./rows";
import { records, texts, uuids } from "./values";

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
    with people as (select * from ${records(peopleOf(counted))} as x(account uuid, owner_before boolean, owner_after boolean,
      held_before jsonb, held_after jsonb, asks_before boolean, asks_after boolean)),
    settled as (select * from ${records(settledBy(known))} as x(account uuid, grp uuid)),
    configured as (select * from ${records(overlay.configured)} as x(grp uuid, before jsonb, after jsonb)),
    looked_at as (
      select r.id from request r join people p on p.account = r.account_id where r.status = 'pending'
      union select r.id from request r join settled s on s.account = r.account_id and s.grp = r.group_id where r.status = 'pending'
      union select r.id from request r where r.status = 'pending' and r.account_id = any(${ended})
      union select r.id from request r where r.status = 'pending' and r.group_id = any(${internal}))
    select r.id as "requestId", r.account_id as "accountId", r.group_id as "groupId"
    from looked_at join request r on r.id = looked_at.id join groups g on g.id = r.group_id
      left join people p on p.account = r.account_id
      left join configured c on c.grp = r.group_id
      cross join lateral (select
        array(select e.role from group_eligible_role e where e.group_id = g.id) as eligible,
        coalesce((c.after ->> 'public')::boolean, g.public) as public_after,
        coalesce((c.before ->> 'public')::boolean, g.public) as public_before) f
      cross join lateral (select coalesce(texts(c.before -> 'eligibleRoles'), f.eligible) as before,
        array(select x from unnest(coalesce(texts(c.after -> 'eligibleRoles'), f.eligible)) x
          where x <> all(${texts(overlay.rolesDeleted)})) as after) e
    where r.id <> all(${uuids([...overlay.decided, ...carriedOut.map((c) => c.requestId)])})
      and (r.account_id = any(${ended}) or r.group_id = any(${internal})
        or exists (select 1 from settled s where s.account = r.account_id and s.grp = r.group_id)
        or (r.kind = 'join' and not p.owner_after and (
          (not f.public_after and not p.asks_after and (p.asks_before or f.public_before))
          or (cardinality(e.after) > 0 and not texts(p.held_after) && e.after
            and (p.owner_before or cardinality(e.before) = 0 or texts(p.held_before) && e.before)))))
    order by r.created_at, r.id`);
}

function peopleOf(counted: readonly Recount[]) {
  return counted.map(({ account_id: account, pruned, ...rest }) => ({ account, ...rest }));
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
