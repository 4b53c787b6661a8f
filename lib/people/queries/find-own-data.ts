/**
 * Everything that is stored about oneself, as plain data for a file. A group is named while one sees it, and is null
 * else; of others nothing is in it, and no secret of one's own.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { meOf, seesGroup } from "@/lib/groups/visible";
import { iso } from "@/lib/moment";
import type { Viewer } from "@/lib/session/viewer";
import { type LineAbout, linesAbout } from "./list-lines-about";

type Section = readonly Readonly<Record<string, unknown>>[];

/** Null without an account that may come in. */
export async function findOwnData(viewer: Viewer): Promise<Readonly<Record<string, unknown>> | null> {
  if (!viewer.account?.active) return null;
  return viewer.portal.store.snapshot(async (read) => {
    const sections: Record<string, unknown> = {};
    for (const [name, statement] of Object.entries(statements(viewer))) sections[name] = await read.rows(statement);
    const [account] = sections.account as Section;
    if (!account) return null;
    const { groupsOverTime, log } = await linesOf(read, viewer);
    return { about: ABOUT, ...sections, account, groupsOverTime, log };
  });
}

const ABOUT =
  "What Guildhall stores about you. Times are UTC. A group that you do not see now is null. Left out: secrets (your password’s digest, your sessions’, your join links’) and mails as they were sent, which say what your notices say.";

/** What the log tells of oneself; comings and goings stand apart, since memberships that ended are nowhere else. */
async function linesOf(read: Reader, viewer: Viewer): Promise<{ groupsOverTime: LineAbout[]; log: LineAbout[] }> {
  const lines = await linesAbout(read, viewer);
  const isMembership = ({ event }: { event: string }) => /^(member|leader)\./.test(event);
  return { groupsOverTime: lines.filter(isMembership), log: lines.filter((line) => !isMembership(line)) };
}

/** The group `g` as one may know of it: null where one does not see it. */
const groupOf = (viewer: Viewer): SQL =>
  sql`case when ${seesGroup(viewer)} then json_build_object('name', g.name, 'address', '/groups/' || g.slug) end as "group"`;

function statements(viewer: Viewer): Readonly<Record<string, SQL>> {
  const me = meOf(viewer);
  const group = groupOf(viewer);
  return {
    account: sql`select a.id, a.name, a.email as address, ${iso(sql`a.email_proven_at`)} as "addressConfirmedAt", a.active,
        a.owner as "siteOwner", ${iso(sql`a.created_at`)} as since, ${iso(sql`a.last_seen_at`)} as "lastSeenAt",
        (select ${iso(sql`c.changed_at`)} from credential c where c.account_id = a.id) as "passwordChangedAt"
      from account a where a.id = ${me}`,
    signsInWith: sql`select i.provider, ${iso(sql`i.created_at`)} as since from identity i where i.account_id = ${me}
      order by i.created_at`,
    sessions: sql`select s.how, ${iso(sql`s.created_at`)} as since, ${iso(sql`s.expires_at`)} as until
      from session s where s.account_id = ${me} order by s.created_at`,
    roles: sql`select r.label as role, ${iso(sql`x.created_at`)} as since, 'given' as how
        from account_role x join global_role r on r.name = x.role where x.account_id = ${me}
      union all select distinct r.label, null::text, 'by a group' from membership m
        join group_conferred_role c on c.group_id = m.group_id join global_role r on r.name = c.role
        where m.account_id = ${me} order by 1, 3`,
    memberships: sql`select ${group}, ${iso(sql`m.since`)} as since, ${iso(sql`m.until`)} as until, m.how, m.title, m.note,
        array(select r.label from membership_role mr join group_role r on r.type = mr.type and r.name = mr.role
          where mr.group_id = m.group_id and mr.account_id = ${me} order by 1) as roles
      from membership m join groups g on g.id = m.group_id where m.account_id = ${me} order by m.since, g.id`,
    leads: sql`select ${group}, ${iso(sql`l.created_at`)} as since
      from leader l join groups g on g.id = l.group_id where l.account_id = ${me} order by l.created_at, g.id`,
    requests: sql`select ${group}, r.kind, r.status, r.note, r.reason as answer, ${iso(sql`r.created_at`)} as "askedAt",
        ${iso(sql`r.decided_at`)} as "endedAt"
      from request r join groups g on g.id = r.group_id where r.account_id = ${me} order by r.created_at, r.id`,
    joinLinks: sql`select ${group}, k.label, k.note, k.uses, k.max_uses as "mostUses", k.asks_approval as "asksApproval",
        ${iso(sql`k.created_at`)} as "madeAt", ${iso(sql`k.expires_at`)} as "expiresAt", ${iso(sql`k.paused_at`)} as "pausedAt",
        ${iso(sql`k.revoked_at`)} as "revokedAt"
      from join_link k join groups g on g.id = k.group_id where k.maker_id = ${me} order by k.created_at, k.id`,
    groupsCreated: sql`select ${group}, ${iso(sql`g.created_at`)} as "createdAt"
      from groups g where g.creator_id = ${me} order by g.created_at, g.id`,
    posts: sql`select ${group}, p.title, p.body, p.published, ${iso(sql`p.created_at`)} as "writtenAt",
        ${iso(sql`p.edited_at`)} as "editedAt"
      from post p join groups g on g.id = p.group_id where p.author_id = ${me} order by p.created_at, p.id`,
    replies: sql`select ${group}, y.body, ${iso(sql`y.created_at`)} as "writtenAt", ${iso(sql`y.edited_at`)} as "editedAt"
      from reply y join post p on p.id = y.post_id join groups g on g.id = p.group_id
      where y.author_id = ${me} order by y.created_at, y.id`,
    notices: sql`select n.event, ${named(viewer)}, n.role, n.cause, n.reason, ${iso(sql`n.created_at`)} as at,
        ${iso(sql`n.read_at`)} as "readAt" from notice n left join groups g on g.id = n.group_id
      where n.account_id = ${me} order by n.created_at, n.id`,
    mailWishes: sql`select w.kind, w.mail from notice_preference w where w.account_id = ${me} order by 1`,
    jobs: sql`select j.kind, j.status, ${iso(sql`j.created_at`)} as "startedAt", ${iso(sql`j.ended_at`)} as "endedAt"
      from job j where j.account_id = ${me} order by j.created_at, j.id`,
  };
}

/** Of rows that may be about no group. */
const named = (viewer: Viewer): SQL =>
  sql`case when g.id is not null and ${seesGroup(viewer)}
    then json_build_object('name', g.name, 'address', '/groups/' || g.slug) end as "group"`;
