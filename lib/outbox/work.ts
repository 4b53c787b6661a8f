// Promise: what was put in the outbox is done, however often the worker falls; a mail sent twice bears the same id.
import { sql } from "drizzle-orm";
import type { Writer } from "@/db/client";
import { type ServerEnv, serverEnv } from "@/lib/env";
import type { Portal } from "@/lib/portal";
import { writeConfirmAddress } from "./confirm-address";
import { type Letter, plainText, withoutKey } from "./letter";
import { NO_POST, openPost, type Post } from "./post";

export interface Errands {
  /** the portal's address, for links in mails and for their ids */
  readonly address: string;
  readonly post: Post;
}

interface Leased {
  readonly id: string;
  readonly payload: { readonly template?: string };
  readonly attempts: number;
}

type Template = (tx: Writer, payload: unknown, address: string) => Promise<Letter | null>;

const TEMPLATES: Readonly<Record<string, Template>> = { "confirm-address": writeConfirmAddress };

const BATCH = 20;
/** about a week, at the pace below */
const ATTEMPTS_AT_MOST = 30;

/** Does what is due, one batch. Returns how many were taken in hand; none: all is quiet. */
export async function workOnce(portal: Portal, errands: Errands = fromEnvironment()): Promise<number> {
  const leased = await lease(portal);
  for (const errand of leased) {
    try {
      await carry(portal, errands, errand);
    } catch (error) {
      portal.log.warn({ outbox: errand.id, attempts: errand.attempts, err: error }, "an errand failed");
      await postpone(portal, errand, error);
    }
  }
  return leased.length;
}

/** Rows are taken by their state and their lease, never by their order: none that commits late is passed over. */
async function lease({ store }: Portal): Promise<Leased[]> {
  return store.writer.rows<Leased>(sql`
    update outbox o set leased_until = portal_now() + interval '2 minutes', attempts = o.attempts + 1
    where o.id in (
      select id from outbox
      where status = 'waiting' and due_at <= portal_now() and (leased_until is null or leased_until <= portal_now())
      order by due_at, id limit ${BATCH} for update skip locked)
    returning o.id, o.payload, o.attempts`);
}

async function carry({ store }: Portal, { address, post }: Errands, { id, payload, attempts }: Leased): Promise<void> {
  const write = TEMPLATES[payload.template ?? ""];
  if (!write) throw new Error(`no such letter: ${payload.template}`);
  const letter = await store.transaction((tx) => write(tx, payload, address));
  if (letter) await post.send(letter, `<${id}@${new URL(address).hostname}>`);
  // Without a mail server the kept letter is the only one, so it keeps its key.
  const kept = letter && (post.leaves ? withoutKey(letter) : letter);
  await store.writer.rows(sql`
    with done as (
      update outbox set status = 'done', done_at = portal_now(), leased_until = null, last_error = null
      where id = ${id}::uuid and status = 'waiting' and attempts = ${attempts} returning id)
    insert into sent_mail (id, recipient, subject, body)
      select id, ${kept?.to ?? ""}, ${kept?.subject ?? ""}, ${kept ? plainText(kept) : ""} from done
      where ${kept !== null}::boolean on conflict (id) do nothing`);
}

/** Later each time: seconds at first, then minutes, at most six hours. Given up it stays, with its reason. */
async function postpone({ store }: Portal, { id, attempts }: Leased, error: unknown): Promise<void> {
  const seconds = Math.min(5 * 2 ** attempts, 6 * 60 * 60);
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await store.writer.rows(sql`
    update outbox set leased_until = null, last_error = ${reason}, due_at = portal_now() + make_interval(secs => ${seconds}),
      status = case when attempts >= ${ATTEMPTS_AT_MOST} then 'failed' else 'waiting' end
    where id = ${id}::uuid and status = 'waiting' and attempts = ${attempts}`);
}

let known: Errands | undefined;

function fromEnvironment(): Errands {
  known ??= errandsOf(serverEnv());
  return known;
}

function errandsOf({ PORTAL_URL, SMTP_URL, MAIL_FROM }: ServerEnv): Errands {
  const from = MAIL_FROM ?? `Guildhall <guildhall@${new URL(PORTAL_URL).hostname}>`;
  return { address: PORTAL_URL, post: SMTP_URL ? openPost({ url: SMTP_URL, from }) : NO_POST };
}
