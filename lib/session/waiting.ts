import { sql } from "drizzle-orm";

const DECIDING = sql`('request.decide', 'member.administer', 'group.administer')`;

/** Deciding in a group asks that one sees it, which outsiders do who may read it. */
const viewedFromOutside = sql`exists (
  select 1 from group_grant v
  where v.type = g.type
    and (v.role = 'outsider' or (v.kind = 'advanced-outsider' and substr(v.role, 10) = any(h.held)))
    and case when g.published then v.permission = 'group.view'
      else v.permission = 'group.view-unpublished'
        or (v.permission = 'group.view-own-unpublished' and g.creator_id = a.id) end)`;

/**
 * How many pending requests the account `a` (with its roles `h.held`) may decide, counted to 100. Groups of one's own
 * are looked at one by one; the whole list is looked at only by those whose rights reach beyond their own groups.
 */
export const waitingRequests = sql`(
  select count(*)::int from (
    select 1
    from (
      select m.group_id from membership m where m.account_id = a.id
      union select l.group_id from leader l where l.account_id = a.id
      union select l.group_id from leader l join membership m on m.group_id = l.leader_group_id where m.account_id = a.id
      union select r.group_id from request r where r.status = 'pending' and (a.owner
        or exists (select 1 from global_grant gg where (gg.role = any(h.held) or gg.role = 'authenticated')
             and gg.permission in ('group.bypass', 'group.manage'))
        or exists (select 1 from group_grant x where x.permission in ${DECIDING}
             and (x.role = 'outsider' or (x.kind = 'advanced-outsider' and substr(x.role, 10) = any(h.held)))))
    ) reach
    join groups g on g.id = reach.group_id
    join request r on r.group_id = g.id and r.status = 'pending' and r.account_id <> a.id
    left join membership mine on mine.group_id = g.id and mine.account_id = a.id
    cross join lateral (select
      (exists (select 1 from leader l where l.group_id = g.id and l.account_id = a.id)
        or exists (select 1 from leader l join membership lm on lm.group_id = l.leader_group_id
          where l.group_id = g.id and l.leader_group_id is not null and lm.account_id = a.id)) as leads,
      exists (select 1 from request own where own.group_id = g.id and own.account_id = a.id and own.status = 'pending') as asks
    ) standing
    where a.owner or (not g.restricted and (
      exists (select 1 from global_grant gg where (gg.role = any(h.held) or gg.role = 'authenticated')
        and (gg.permission = 'group.bypass' or (gg.permission = 'group.manage' and not g.internal)))
      or exists (
        select 1 from group_grant x
        where x.type = g.type and x.permission in ${DECIDING}
          and ((standing.leads and x.role = 'leader')
            or (mine.account_id is not null and (x.role = 'member'
              or (x.kind = 'insider' and substr(x.role, 9) = any(h.held))
              or exists (select 1 from membership_role mr where mr.group_id = g.id and mr.account_id = a.id and mr.role = x.role)))
            or (mine.account_id is null and (x.role = 'outsider'
              or (x.kind = 'advanced-outsider' and substr(x.role, 10) = any(h.held)))))
          and (x.permission = 'group.administer' or mine.account_id is not null or standing.leads or standing.asks
            or (not g.internal and not g.hidden and (
              not exists (select 1 from group_eligible_role e where e.group_id = g.id)
              or exists (select 1 from group_eligible_role e where e.group_id = g.id
                   and (e.role = any(h.held) or e.role = 'authenticated')))
              and ${viewedFromOutside})))))
    limit 100) few)`;
