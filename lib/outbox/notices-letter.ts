/**
 * The mail that says what one change brought a person: ten notices, one mail. It is written when it is sent, by what its
 * reader may see then; which notices it says is settled once, so that a second copy says the same under the same id.
 */
import { sql } from "drizzle-orm";
import { z } from "zod";
import { listNoticesToMail, type NoticeLine } from "@/lib/notices/queries";
import { causeOf, inOrder, sentenceOf } from "@/lib/notices/sentence";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import type { Asked } from "./errand";
import { type Letter, type LetterLine, oneLine } from "./letter";

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
  return lines.length > 0 ? letterOf(reader.email, lines, asked.address) : null;
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

function letterOf(to: string, lines: readonly NoticeLine[], address: string): Letter {
  const [first] = lines;
  const single = lines.length === 1 && first ? first : null;
  const shared = single ? "" : sharedBy(lines);
  const host = new URL(address).host;
  return {
    to,
    subject: single ? sentenceOf(single) : `${lines.length} things changed for you at Guildhall`,
    paragraphs: [(single ? whyOf(single) : shared) || `This is new for you at Guildhall (${host}).`],
    link: {
      label: single ? labelOf(single) : "See all of it",
      href: single ? hrefOf(single, address) : `${address}/notices`,
    },
    ...(single ? {} : { lines: linesOf(lines, shared, address) }),
    foot: {
      says: `You get this because you have an account at Guildhall (${host}).`,
      link: { label: "Choose what comes by mail", href: `${address}/notices/settings` },
    },
  };
}

function linesOf(lines: readonly NoticeLine[], shared: string, address: string): LetterLine[] {
  const shown = lines.slice(0, LINES).map((line) => ({
    says: sentenceOf(line),
    more: shared ? undefined : whyOf(line) || undefined,
    ...(line.group ? { link: { label: labelOf(line), href: hrefOf(line, address) } } : {}),
  }));
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, { says: `And ${left} more, all of them in the portal.` }] : shown;
}

/** Why, if it is the same for all of it, so that it is said once. */
function sharedBy(lines: readonly NoticeLine[]): string {
  const said = new Set(lines.map(whyOf));
  return said.size === 1 ? [...said].join() : "";
}

function whyOf(line: NoticeLine): string {
  const cause = causeOf(line);
  return [
    cause ? `This came about ${cause}.` : "",
    line.actor ? `By ${line.actor}.` : "",
    line.reason ? `Reason given: “${line.reason}”` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function hrefOf({ group, mayDecide }: NoticeLine, address: string): string {
  if (!group) return `${address}/notices`;
  return `${address}/groups/${group.slug}${mayDecide ? "/requests" : ""}`;
}

function labelOf({ group, mayDecide }: NoticeLine): string {
  if (!group) return "Open your notices";
  return mayDecide ? "Look at the request" : `Open ${oneLine(group.name)}`;
}
