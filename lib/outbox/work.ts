// Promise: what was put in the outbox is done, however often the worker falls; a mail sent twice bears the same id.
import { sql } from "drizzle-orm";
import { isOpenBehind } from "@/lib/demo/behind";
import { type ServerEnv, serverEnv } from "@/lib/env";
import type { Portal } from "@/lib/portal";
import { writeAccountDeleted } from "./account-deleted";
import { writeConfirmAddress } from "./confirm-address";
import type { Template } from "./errand";
import { forKeeping, type Letter, oneLine, plainText } from "./letter";
import { writeNotices } from "./notices-letter";
import { isRefusedForGood, NO_POST, openPost, type Post } from "./post";
import { htmlOf } from "./render";
import { withoutAddresses } from "./without-addresses";

export interface Errands {
  /** the portal's address, for links in mails and for their ids */
  readonly address: string;
  readonly post: Post;
  /** whether whoever develops reads mail here; a demo says so by its database */
  readonly development?: boolean;
}

interface Leased {
  readonly id: string;
  readonly payload: { readonly template?: string };
  readonly attempts: number;
}

const TEMPLATES: Readonly<Record<string, Template>> = {
  "account-deleted": writeAccountDeleted,
  "confirm-address": writeConfirmAddress,
  notices: writeNotices,
};

const BATCH = 20;
/** letters under way at the same time */
const LANES = 4;
/** about a week, at the pace below */
const ATTEMPTS_AT_MOST = 30;

/** Does what is due, one batch. Returns how many were taken in hand; none: all is quiet. */
export async function workOnce(portal: Portal, errands: Errands = fromEnvironment()): Promise<number> {
  const leased = await lease(portal);
  const left = leased.values();
  const lane = async () => {
    for (const errand of left) await carryOrPostpone(portal, errands, errand);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return leased.length;
}

async function carryOrPostpone(portal: Portal, errands: Errands, errand: Leased): Promise<void> {
  try {
    await carry(portal, errands, errand);
  } catch (error) {
    const { id, attempts, payload } = errand;
    const final = isRefusedForGood(error) || attempts >= ATTEMPTS_AT_MOST;
    portal.log[final ? "error" : "warn"](
      // What a mail server says may name whom it is about, and that person has no account here any more.
      { outbox: id, attempts, err: payload.template === "account-deleted" ? withoutAddresses(String(error)) : error },
      final ? "a mail was given up" : "an errand failed",
    );
    await postpone(portal, errand, error, final);
  }
}

/**
 * Rows are taken by their state and their lease, never by their order: none that commits late is passed over. Whoever waits
 * for a letter before they can go on gets it before news that can wait, however much of that there is.
 */
async function lease({ store }: Portal): Promise<Leased[]> {
  return store.writer.rows<Leased>(sql`
    update outbox o set leased_until = portal_now() + ${LEASE}, attempts = o.attempts + 1
    where o.id in (
      select id from outbox
      where status = 'waiting' and due_at <= portal_now() and (leased_until is null or leased_until <= portal_now())
      order by payload->>'template' = 'notices', due_at, id limit ${BATCH} for update skip locked)
    returning o.id, o.payload, o.attempts`);
}

const LEASE = sql`interval '2 minutes'`;

async function carry(portal: Portal, errands: Errands, { id, payload, attempts }: Leased): Promise<void> {
  const { address, post } = errands;
  const { store } = portal;
  const write = TEMPLATES[payload.template ?? ""];
  if (!write) throw new Error(`no such letter: ${payload.template}`);
  const letter = await store.transaction(async (tx) => {
    // Taken anew when its turn comes: a batch may last longer than a lease, and another worker have it by then.
    const [held] = await tx.rows<{ payload: unknown }>(sql`
      update outbox set leased_until = portal_now() + ${LEASE}
      where id = ${id}::uuid and status = 'waiting' and attempts = ${attempts} returning payload`);
    return held && write({ tx, portal, id, payload: held.payload, address });
  });
  if (letter === undefined) return;
  if (letter) await post.send(letter, `<${id}@${new URL(address).hostname}>`);
  await finish(portal, { id, attempts }, letter, letter !== null && (await isReadHere(portal, errands)));
}

/** The letter that no server takes is read on the page of mail, where there is that page. Anywhere else nobody reads it. */
const isReadHere = async (portal: Portal, { post, development = false }: Errands): Promise<boolean> =>
  !post.leaves && isOpenBehind({ portal }, () => development);

async function finish(
  { store }: Portal,
  { id, attempts }: Pick<Leased, "id" | "attempts">,
  letter: Letter | null,
  readHere: boolean,
): Promise<void> {
  // Where it is read it keeps its key and its looks: it is the only one.
  const kept = letter && (readHere ? letter : forKeeping(letter));
  const html = kept && readHere ? await htmlOf(kept) : null;
  await store.writer.rows(sql`
    with done as (
      update outbox set status = 'done', done_at = portal_now(), leased_until = null, last_error = null, payload = ${BARE}
      where id = ${id}::uuid and status = 'waiting' and attempts = ${attempts} returning id)
    insert into sent_mail (id, recipient, subject, body, html)
      select id, ${kept?.to ?? ""}, ${oneLine(kept?.subject ?? "")}, ${kept ? plainText(kept) : ""}, ${html} from done
      where ${kept !== null}::boolean on conflict (id) do nothing`);
}

/** An errand that is over holds ids alone: neither whom it went to, where no account says so, nor what they were told. */
const BARE = sql`payload - array['to', 'reason']`;

/** Later each time: seconds at first, then minutes, at most six hours. Given up it stays, with its reason, for the page of mail. */
async function postpone({ store }: Portal, { id, attempts }: Leased, error: unknown, final: boolean): Promise<void> {
  const seconds = Math.min(5 * 2 ** attempts, 6 * 60 * 60);
  const reason = withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, 500);
  await store.writer.rows(sql`
    update outbox set leased_until = null, last_error = ${reason}, due_at = portal_now() + make_interval(secs => ${seconds}),
      ${final ? sql`status = 'failed', payload = ${BARE}` : sql`status = 'waiting'`}
    where id = ${id}::uuid and status = 'waiting' and attempts = ${attempts}`);
}

let known: Errands | undefined;

function fromEnvironment(): Errands {
  known ??= errandsOf(serverEnv());
  return known;
}

function errandsOf({ PORTAL_URL, SMTP_URL, MAIL_FROM, GUILDHALL_MODE }: ServerEnv): Errands {
  const from = MAIL_FROM ?? `Guildhall <guildhall@${new URL(PORTAL_URL).hostname}>`;
  const post = SMTP_URL ? openPost({ url: SMTP_URL, from }) : NO_POST;
  return { address: PORTAL_URL, post, development: GUILDHALL_MODE === "dev" };
}
