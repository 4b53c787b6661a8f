/** Making and tending join links. A link carries its maker's right to manage links, never more. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome, Telling } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { type FoundSituation, findSituation } from "@/lib/groups/facts";
import { doorOf } from "@/lib/policy/answers/door";
import {
  answerCreateLink,
  answerLink,
  type CreateLinkAnswer,
  type LinkAnswer,
  type LinkVerbFacts,
} from "@/lib/policy/answers/links";
import { decide } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { type CreateLinkInput, createJoinLink as createShape, type TendLinkInput } from "./schema";
import { type NewToken, newToken } from "./token";

interface Creating {
  readonly input: CreateLinkInput;
  readonly secret: NewToken;
  /** only a world that is built names another maker */
  readonly makerId: string | null;
}

export const creatingLink: ExclusiveCommand<Creating, FoundSituation | null, CreateLinkAnswer> = {
  way: "exclusive",
  verb: "link.create",
  proceeds: ["created"],
  facts: (read, viewer, { input }) => findSituation(read, viewer, { slug: input.group }),

  answer(viewer, found) {
    if (isSite(viewer)) return found ? "created" : "not-found";
    return answerCreateLink(linkDoor(viewer, found));
  },

  exclusively: (_viewer, found) => onGroup(found),

  writing(viewer, found, { input, secret, makerId }) {
    const groupId = found?.group.id ?? null;
    const expiry = input.expiresInHours;
    // Only a world that is built has a maker who is inactive already; their links are revoked for good.
    const ended = isSite(viewer)
      ? sql`(select portal_now() from account mk where mk.id = ${makerId}::uuid and not mk.active)`
      : sql`null`;
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into join_link (group_id, token_hash, prefix, maker_id, label, note, expires_at, max_uses, asks_approval,
              revoked_at)
            select ${groupId}::uuid, ${secret.hash}, ${secret.shown}, ${makerId}::uuid, ${input.label}, ${input.note},
              portal_now() + make_interval(hours => ${expiry}::int), ${input.maxUses}::int, ${input.asksApproval}, ${ended}
            from guard returning id`,
        },
      ],
      data: sql`(select jsonb_build_object('id', id) from made)`,
      events: [
        { event: "link.created", groupId, after: { label: input.label, maxUses: input.maxUses, hours: expiry } },
      ],
    };
  },
};

const create = command<Creating, FoundSituation | null, CreateLinkAnswer, { id: string }>(creatingLink);

/**
 * Makes a link; `data.token` is the secret, told this once. The portal itself, which builds worlds, names a maker and may
 * name an expiry that has passed: of nobody else is `makerId` heard, and their input is in bounds.
 */
export async function createJoinLink(
  viewer: Viewer,
  input: CreateLinkInput,
  makerId: string | null = null,
): Promise<Outcome<CreateLinkAnswer, { id: string; token: string }>> {
  const secret = await newToken();
  const maker = isSite(viewer) ? makerId : (viewer.account?.id ?? null);
  const checked = isSite(viewer) ? input : createShape.parse(input);
  const outcome = await create(viewer, { input: checked, secret, makerId: maker });
  return { ...outcome, data: outcome.data && { ...outcome.data, token: secret.token } };
}

interface Tended {
  readonly found: FoundSituation | null;
  readonly link: { paused: boolean; revoked: boolean; maker: string | null; makerActive: boolean } | null;
}

interface Tending extends TendLinkInput {
  readonly secret?: NewToken;
  readonly reason?: string;
}

export const pausingLink = tending("pause");
export const resumingLink = tending("resume");
export const revokingLink = tending("revoke");
export const rotatingLink = tending("rotate");

export const pauseJoinLink = command(pausingLink);
export const resumeJoinLink = command(resumingLink);
/** For good: a revoked link cannot be resumed, paused or rotated. Its maker is told, unless it was they. */
export const revokeJoinLink = command(revokingLink);
const rotate = command(rotatingLink);

/** Gives the link a new token and makes the actor its maker; the old token is unknown from then on. */
export async function rotateJoinLink(
  viewer: Viewer,
  input: TendLinkInput,
): Promise<Outcome<LinkAnswer, { token: string }>> {
  const secret = await newToken();
  const outcome = await rotate(viewer, { ...input, secret });
  return { ...outcome, data: outcome.done ? { token: secret.token } : null };
}

function tending(verb: LinkVerbFacts["verb"]): ExclusiveCommand<Tending, Tended, LinkAnswer> {
  return {
    way: "exclusive",
    verb: `link.${verb}`,
    proceeds: ["changed"],
    facts: findLink,

    answer(viewer, { found, link }) {
      if (isSite(viewer)) return link ? "changed" : "not-found";
      const door = linkDoor(viewer, found);
      const revoked = link !== null && (link.revoked || !link.makerActive);
      return answerLink({ ...door, known: door.known && link !== null, verb, revoked });
    },

    exclusively: (_viewer, { found }) => onGroup(found),

    writing(viewer, { found, link }, input) {
      if (isSo(verb, link)) return null;
      const groupId = found?.group.id ?? null;
      const change = {
        pause: sql`paused_at = portal_now()`,
        resume: sql`paused_at = null`,
        revoke: sql`revoked_at = portal_now()`,
        rotate: sql`token_hash = ${input.secret?.hash ?? null}, prefix = ${input.secret?.shown ?? null},
          maker_id = ${viewer.account?.id ?? null}::uuid`,
      }[verb];
      const event = { pause: "link.paused", resume: "link.resumed", revoke: "link.revoked", rotate: "link.rotated" }[
        verb
      ];
      return {
        parts: [
          {
            name: "tended",
            statement: sql`update join_link k set ${change} from guard
              where k.id = ${input.link}::uuid and k.group_id = ${groupId}::uuid returning k.id`,
          },
        ],
        held: sql`exists (select 1 from tended)`,
        events: [{ event, groupId, subjectId: input.link, reason: input.reason }],
        tellings: verb === "revoke" && !isSite(viewer) ? tellingsOf(link, groupId, input.reason) : [],
      };
    },
  };
}

function tellingsOf(link: Tended["link"], groupId: string | null, reason?: string): Telling[] {
  return link?.maker ? [{ event: "link.revoked", to: link.maker, groupId, reason }] : [];
}

function isSo(verb: LinkVerbFacts["verb"], link: Tended["link"]): boolean {
  if (verb === "pause") return link?.paused ?? false;
  if (verb === "resume") return !(link?.paused ?? true);
  return verb === "revoke" && (link?.revoked ?? false);
}

function linkDoor(viewer: Viewer, found: FoundSituation | null) {
  const situation = found?.situation ?? null;
  return {
    ...doorOf(viewer, situation),
    mayManage: situation !== null && decide(viewer, situation, "link.manage").allowed,
  };
}

function onGroup(found: FoundSituation | null) {
  const groups = found ? [found.group.id] : [];
  // A join that believed the link as it was asks the group's version again.
  return { locks: { policy: "share" as const, groups }, raises: { groups }, changes: [] };
}

async function findLink(read: Reader, viewer: Viewer, input: TendLinkInput): Promise<Tended> {
  const found = await findSituation(read, viewer, { slug: input.group });
  if (!found) return { found, link: null };
  const [link] = await read.rows<NonNullable<Tended["link"]>>(sql`
    select k.paused_at is not null as paused, k.revoked_at is not null as revoked,
      a.id as maker, coalesce(a.active, false) as "makerActive"
    from join_link k left join account a on a.id = k.maker_id
    where k.id = ${input.link}::uuid and k.group_id = ${found.group.id}::uuid`);
  return { found, link: link ?? null };
}
