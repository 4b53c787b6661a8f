/** The mail that proves an address. Its secret is made here, when it is sent: nothing that waits in the outbox is a key. */
import { sql } from "drizzle-orm";
import { z } from "zod";
import { newProofToken } from "@/lib/people/proof-token";
import { digestOf } from "@/lib/session/session";
import type { Asked } from "./errand";
import type { Letter } from "./letter";

const payloadShape = z.object({ accountId: z.uuid() });

interface Recipient {
  readonly email: string;
  readonly email_key: string;
}

/** Null where nobody waits for it any more: no account, no address, or proven already. */
export async function writeConfirmAddress({ tx, payload, address }: Asked): Promise<Letter | null> {
  const { accountId } = payloadShape.parse(payload);
  const [account] = await tx.rows<Recipient>(sql`
    select email, email_key from account
    where id = ${accountId}::uuid and email is not null and email_proven_at is null and (active or awaits_proof)`);
  if (!account) return null;
  const token = newProofToken();
  await tx.rows(sql`
    insert into email_proof (token_hash, account_id, email_key, expires_at)
    values (${await digestOf(token)}, ${accountId}::uuid, ${account.email_key}, portal_now() + interval '48 hours')`);
  return {
    to: account.email,
    subject: "Confirm your address at Guildhall",
    paragraphs: [
      // No name: whoever signs up chooses it, and could write to strangers through us.
      `Somebody, probably you, gave this address to an account at Guildhall (${address}).`,
      "Open the page and confirm there. It works once, within two days.",
      "If it was not you, do nothing: without your confirmation this address counts for nothing there.",
    ],
    link: { label: "Confirm this address", href: `${address}/confirm/${token}` },
  };
}
