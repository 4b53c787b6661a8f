import { type SQL, sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, SharedCommand, Writing } from "@/lib/gate/command";
import { doorOf } from "@/lib/policy/answers/door";
import { answerJoin, type JoinAnswer, wayIn } from "@/lib/policy/answers/join";
import type { Viewer } from "@/lib/session/viewer";
import type { JoinInput } from "../schema";
import { membershipChange } from "../shape";
import { findJoinFacts, type JoinFactsFound } from "./join-facts";

/**
 * Joining, or asking to, by the group's address or by a link. A link shows the way in and changes nothing else; its use
 * is counted in the very statement that lets somebody in, on the database's clock.
 */
export const joining: SharedCommand<JoinInput, JoinFactsFound | null, JoinAnswer> = {
  way: "shared",
  verb: "group.join",
  proceeds: ["joined", "requested"],
  facts: findJoinFacts,

  answer(viewer, found, input) {
    const situation = found?.situation ?? null;
    const byLink = "token" in input;
    if (!situation) {
      const door = doorOf(viewer, null);
      if (door.account !== "active") return "sign-in";
      return "not-found";
    }
    return answerJoin({
      ...doorOf(viewer, situation),
      ...wayIn(viewer, situation, byLink),
      link: found?.link?.state ?? null,
      asksApproval: found?.link?.asksApproval ?? false,
      open: situation.group.open,
      restricted: situation.group.restricted,
      pending: situation.standing.pending !== null,
    });
  },

  versions(found) {
    const { group, link } = sure(found);
    return {
      groups: { [group.id]: group.version },
      accounts: link?.makerId ? { [link.makerId]: link.makerVersion } : {},
    };
  },

  exclusively(viewer, found, _input, answer) {
    if (answer !== "joined" || !viewer.account || !found || found.situation.group.confers.length === 0) return null;
    return membershipChange("member-begins", found.situation.group, viewer.account.id);
  },

  writing(viewer, found, input, answer) {
    const facts = sure(found);
    return answer === "joined" ? joins(viewer, facts) : asks(viewer, facts, input.note);
  },
};

/** `data` holds the group's address, which whoever came by a link does not know yet. */
export const joinGroup = command<JoinInput, JoinFactsFound | null, JoinAnswer, { slug: string }>(joining);

const addressOf = (slug: string): SQL => sql`jsonb_build_object('slug', ${slug}::text)`;

function sure(found: JoinFactsFound | null): JoinFactsFound {
  if (!found) throw new Error("a command proceeded without its facts");
  return found;
}

function joins(viewer: Viewer, { situation, group, link }: JoinFactsFound): Writing {
  const accountId = viewer.account?.id ?? null;
  const groupId = situation.group.id;
  const joined = sql`insert into membership (group_id, account_id, how, link_id)
    select ${groupId}::uuid, ${accountId}::uuid, ${link ? "link" : "joined"}, ${link?.id ?? null}::uuid from guard
    on conflict do nothing returning account_id`;
  // Where the group confers a role the consequences close the pending request; here nothing else would.
  const settles = situation.group.confers.length === 0;
  const expected = situation.standing.pending === null ? 0 : 1;
  const settled = sql`update request r set status = 'closed', decided_at = portal_now() from guard
    where r.group_id = ${groupId}::uuid and r.account_id = ${accountId}::uuid and r.status = 'pending' returning r.id`;
  const events: [AuditEvent, ...AuditEvent[]] = [{ event: "member.joined", accountId, groupId }];
  const after = { kind: situation.standing.pending };
  if (settles && expected) events.push({ event: "request.closed", accountId, groupId, after, cause: "member.joined" });
  return {
    parts: [
      ...linkUse(link),
      { name: "joined", statement: joined },
      ...(settles ? [{ name: "settled", statement: settled }] : []),
    ],
    held: all([
      sql`exists (select 1 from joined)`,
      ...(link ? [sql`exists (select 1 from used)`] : []),
      ...(settles ? [sql`(select count(*) from settled) = ${expected}`] : []),
    ]),
    data: addressOf(group.slug),
    events: [...events, ...usedEvent(link, groupId)] as [AuditEvent, ...AuditEvent[]],
  };
}

function asks(viewer: Viewer, { situation, group, link }: JoinFactsFound, note: string): Writing {
  const accountId = viewer.account?.id ?? null;
  const groupId = situation.group.id;
  return {
    parts: [
      ...linkUse(link),
      {
        name: "asked",
        statement: sql`insert into request (group_id, account_id, kind, note, link_id)
          select ${groupId}::uuid, ${accountId}::uuid, 'join', ${note}, ${link?.id ?? null}::uuid from guard returning id`,
      },
    ],
    held: all([
      sql`exists (select 1 from asked)`,
      ...(link ? [sql`exists (select 1 from used)`] : []),
      // A membership that began meanwhile would have closed the request.
      sql`not exists (select 1 from membership m where m.group_id = ${groupId}::uuid and m.account_id = ${accountId}::uuid)`,
    ]),
    data: addressOf(group.slug),
    events: [{ event: "request.made", accountId, groupId, after: { kind: "join" } }, ...usedEvent(link, groupId)],
    tellings: [{ event: "request.made", to: { decidersOf: groupId }, groupId }],
  };
}

const all = (conditions: readonly SQL[]): SQL => sql.join([...conditions], sql` and `);

function linkUse(link: JoinFactsFound["link"]) {
  if (!link) return [];
  return [
    {
      name: "used",
      statement: sql`update join_link k set uses = k.uses + 1 from guard
        where k.id = ${link.id}::uuid and k.revoked_at is null and k.paused_at is null
          and (k.expires_at is null or k.expires_at > portal_now()) and (k.max_uses is null or k.uses < k.max_uses)
        returning k.id`,
    },
  ];
}

function usedEvent(link: JoinFactsFound["link"], groupId: string): AuditEvent[] {
  return link ? [{ event: "link.used", groupId, subjectId: link.id }] : [];
}
