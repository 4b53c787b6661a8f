/** A small club whose people have addresses, and a post office that keeps what it is given. */
import { sql } from "drizzle-orm";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import type { Letter } from "../letter";
import type { Post } from "../post";

export const ADDRESS = "https://guild.example";

export async function mailedWorld(draft: WorldDraft): Promise<World> {
  const world = await peopledWorld(draft);
  await world.rows(sql`update account set email = lower(name) || '@example.org', email_key = lower(name) || '@example.org',
    email_proven_at = portal_now()`);
  return world;
}

/** Time goes on until every mail that waits is due, and every lease is over. */
export async function later(world: World): Promise<void> {
  await world.rows(sql`update outbox set due_at = portal_now(), leased_until = null where status = 'waiting'`);
}

export interface Kept {
  readonly id: string;
  readonly letter: Letter;
}

/** `says`: what comes of handing the letter over; nothing: it was taken. */
export function postOffice(says: (kept: Kept) => Promise<void> | void = () => {}): { post: Post; kept: Kept[] } {
  const kept: Kept[] = [];
  const send = async (letter: Letter, id: string) => {
    kept.push({ letter, id });
    await says({ letter, id });
  };
  return { post: { leaves: true, send }, kept };
}
