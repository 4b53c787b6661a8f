/**
 * The mail that says what one change brought a person: ten notices, one mail. It is written when it is sent, by what its
 * reader may see then; which notices it says is settled once, so that a second copy says the same under the same id.
 */
import { sql } from "drizzle-orm";
import { z } from "zod";
import { listNoticesToMail, type NoticeLine } from "@/lib/notices/queries";
import { inOrder, namesActor, sectionsOf, sentenceOf, whyOf } from "@/lib/notices/sentence";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import type { Asked } from "./errand";
import { flat, type Letter, type LetterLink, oneLine } from "./letter";

const payloadShape = z.object({
  accountId: z.uuid(),
  requestId: z.uuid(),
  /** the notices that it says, once that is settled */
  notices: z.array(z.uuid()).optional(),
});

/** As many as anybody reads; the rest stands in the portal. */
const LINES = 40;

/** Null where nobody is to be told by mail any more: all of it is switched off, or the account or its address is gone. */
export async function writeNotices(asked: Asked): Promise<Letter | null> {
  const { accountId, requestId, notices } = payloadShape.parse(asked.payload);
  const ids = notices ?? (await settle(asked, accountId, requestId));
  const reader = await findViewer(asked.portal, { account: accountId });
  if (!reader.email || !reader.emailProven || ids.length === 0) return null;
  const lines = toldTo(reader, await listNoticesToMail(reader, ids));
  const [first] = lines;
  if (!first) return null;
  return reader.account?.active ? letterOf(reader.email, lines, asked.address) : lastOf(reader.email, first);
}

/**
 * Whatever this change told the person so far goes into this mail and no other, and what comes after asks for a mail of its
 * own. The errand's row is locked: a notice on its way either was there before, or finds no mail that waits for it.
 */
async function settle({ tx, id }: Asked, accountId: string, requestId: string): Promise<string[]> {
  const [row] = await tx.rows<{ notices: string[] }>(sql`
    with said as (
      update notice set mailed_at = portal_now()
      where account_id = ${accountId}::uuid and request_id = ${requestId}::uuid and mailed_at is null returning id)
    update outbox set key = null, payload = payload || jsonb_build_object('notices',
      coalesce((select jsonb_agg(id) from said), '[]'))
    where id = ${id}::uuid returning payload->'notices' as notices`);
  return row?.notices ?? [];
}

/** Whoever cannot sign in any more reads it nowhere else, and is told of that alone. */
function toldTo({ account }: Viewer, lines: readonly NoticeLine[]): NoticeLine[] {
  return inOrder(account?.active ? lines : lines.filter(({ event }) => event === "account.deactivated"));
}

/** Leads to no page of the portal: every one asks its reader to sign in, and none lets them. */
function lastOf(to: string, line: NoticeLine): Letter {
  return {
    to,
    subject: flat(sentenceOf(line)),
    paragraphs: [
      ...[saidOf(line)].filter(Boolean),
      "Nobody can sign in with it unless it is activated again. If you believe that it was a mistake, ask whoever runs the portal.",
    ],
  };
}

function letterOf(to: string, lines: readonly NoticeLine[], address: string): Letter {
  const { host } = new URL(address);
  const foot = {
    says: `You get this because you have an account at Guildhall (${host}).`,
    link: { label: "Choose what comes by mail", href: `${address}/notices/settings` },
  };
  const [first] = lines;
  return lines.length === 1 && first
    ? { to, ...single(first, address), foot }
    : { to, ...several(lines, address), foot };
}

type Words = Omit<Letter, "to" | "foot">;

function single(line: NoticeLine, address: string): Words {
  const names = namesActor(line.event);
  return {
    subject: flat(sentenceOf(line)),
    paragraphs: [saidOf(line) || (names ? "Open it to read it, and to answer." : "That is all that changed.")],
    link: placeOf(line, address),
  };
}

function saidOf(line: NoticeLine): string {
  const by = line.actor && !namesActor(line.event) ? `By ${flat(line.actor)}.` : "";
  return [by, whyOf(line)].filter(Boolean).join(" ");
}

function several(lines: readonly NoticeLine[], address: string): Words {
  const sections = sectionsOf(lines);
  const all = sections.flatMap(({ why, lines: same }) =>
    same.map((line, n) => ({
      ...(why ? (n === 0 ? { before: why } : {}) : { more: whyOf(line) || undefined }),
      says: flat(sentenceOf(line)),
      ...(line.mayDecide ? { link: placeOf(line, address) } : {}),
    })),
  );
  const left = all.length - LINES;
  const actor = lines[0]?.actor;
  return {
    subject: `${lines.length} things changed for you at Guildhall`,
    paragraphs: [
      actor ? `What ${flat(actor)} changed brought you all of this.` : "One change brought you all of this.",
    ],
    link: { label: "See it in your notices", href: `${address}/notices` },
    lines: left > 0 ? [...all.slice(0, LINES), { says: `And ${left} more, all of them in your notices.` }] : all,
  };
}

function placeOf({ group, mayDecide }: NoticeLine, address: string): LetterLink {
  if (!group) return { label: "Open your notices", href: `${address}/notices` };
  const href = `${address}/groups/${group.slug}`;
  return mayDecide
    ? { label: "See who waits", href: `${href}/requests` }
    : { label: `Open ${oneLine(group.name)}`, href };
}
