/** What one is shown about one's own account, and about the mailed and printed addresses that lead to one. */
import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/session/viewer";
import { answerConfirm, answerSetup, type ConfirmAnswer, type SetupFacts } from "./answers";
import { findProof } from "./commands/confirm-address";
import { findSetup } from "./commands/make-first-owner";

export interface OwnAccount {
  readonly name: string;
  readonly email: string | null;
  readonly proven: boolean;
  /** false for people of the demo, who have none */
  readonly hasPassword: boolean;
  /** browsers signed in, this one included */
  readonly sessions: number;
}

export async function findOwnAccount(viewer: Viewer): Promise<OwnAccount | null> {
  if (!viewer.account) return null;
  const { id } = viewer.account;
  const [row] = await viewer.portal.store.reader.rows<OwnAccount>(sql`
    select a.name, a.email, a.email_proven_at is not null as proven,
      exists (select 1 from credential c where c.account_id = a.id) as "hasPassword",
      (select count(*)::int from session s where s.account_id = a.id and s.expires_at > portal_now()) as sessions
    from account a where a.id = ${id}::uuid`);
  return row ?? null;
}

export interface ProofPage {
  /** what confirming would answer; `wrong-password` means that a password is needed */
  readonly state: Exclude<ConfirmAnswer, "not-found">;
  /** the address; whoever holds the link has read mail sent to it */
  readonly email: string;
}

/** What the page of a mailed proof shows; null for a token that nobody was sent. Changes nothing. */
export async function findProofPage(viewer: Viewer, token: string): Promise<ProofPage | null> {
  const proof = await findProof(viewer.portal.store.reader, token);
  if (!proof) return null;
  const state = answerConfirm({ ...proof, mine: viewer.account?.id === proof.accountId });
  return state === "not-found" ? null : { state, email: proof.email };
}

/** Whether this setup link would still make the first site owner. */
export async function findSetupOpen(viewer: Viewer, token: string): Promise<boolean> {
  const facts: SetupFacts = await findSetup(viewer.portal.store.reader, token);
  return answerSetup(facts) === "made";
}
