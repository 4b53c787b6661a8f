/**
 * Proving an address by the mail that was sent to it. From then on it is this account's alone: others who claimed it
 * keep their accounts and lose the claim. Opening the mail's link changes nothing; this is the one that does.
 */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { Refusal } from "@/lib/refusal";
import { mayTry, PASSWORD_PER_ACCOUNT } from "@/lib/session/rate";
import { digestOf, newSecret, sessionIdOf, sessionRow } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { answerConfirm, type ConfirmAnswer } from "../answers";
import { findFittingHash } from "../credential";
import { formerSessionEnds } from "../new-account";
import { isProofToken } from "../proof-token";

export interface ProofFacts {
  readonly accountId: string;
  readonly email: string;
  readonly emailKey: string;
  readonly current: boolean;
  readonly proven: boolean;
  readonly used: boolean;
  readonly expired: boolean;
  readonly active: boolean;
  readonly awaitsProof: boolean;
  readonly taken: boolean;
  readonly hash: string | null;
  /** other accounts that claim the address */
  readonly rivals: readonly string[];
}

export async function findProof(read: Reader, token: string): Promise<ProofFacts | null> {
  if (!isProofToken(token)) return null;
  const [row] = await read.rows<ProofFacts>(sql`
    select a.id as "accountId", a.email, p.email_key as "emailKey", a.email_key is not distinct from p.email_key as current,
      a.email_proven_at is not null as proven, p.used_at is not null as used, p.expires_at <= portal_now() as expired,
      a.active, a.awaits_proof as "awaitsProof", c.password_hash as hash,
      exists (select 1 from account o where o.email_key = p.email_key and o.email_proven_at is not null and o.id <> a.id) as taken,
      array(select o.id from account o where o.email_key = p.email_key and o.email_proven_at is null and o.id <> a.id
        order by o.id) as rivals
    from email_proof p join account a on a.id = p.account_id left join credential c on c.account_id = a.id
    where p.token_hash = ${await digestOf(token)}`);
  return row ?? null;
}

interface Confirming {
  readonly token: string;
  readonly tokenHash: string;
  readonly provenHash: string | null;
  readonly sessionId: string;
}

const confirming: ExclusiveCommand<Confirming, ProofFacts | null, ConfirmAnswer> = {
  way: "exclusive",
  verb: "account.confirm-address",
  proceeds: ["confirmed"],
  facts: (read, _viewer, { token }) => findProof(read, token),

  answer(viewer, proof, { provenHash }) {
    const knows = provenHash !== null && provenHash === proof?.hash;
    return answerConfirm(proof && { ...proof, mine: viewer.account?.id === proof.accountId || knows });
  },

  exclusively(_viewer, proof) {
    const accounts = proof ? [proof.accountId, ...proof.rivals] : [];
    return { locks: { policy: "share", accounts }, raises: { accounts }, changes: [] };
  },

  writing(viewer, proof, { tokenHash, sessionId }) {
    if (!proof) return null;
    const { accountId, rivals } = proof;
    const stranger = viewer.account?.id !== accountId;
    const session = { name: "session_begun", statement: sessionRow(sessionId, accountId, "password", sql`guard`) };
    return {
      parts: [
        {
          name: "proof_used",
          statement: sql`update email_proof p set used_at = portal_now() from guard
            where p.token_hash = ${tokenHash} and p.used_at is null returning 1`,
        },
        {
          name: "claims_dropped",
          statement: sql`update account a set email = null, email_key = null from guard
            where a.id = any(${sql.param([...rivals])}::uuid[]) and a.email_proven_at is null returning 1`,
        },
        {
          name: "address_proven",
          statement: sql`update account a set email_proven_at = portal_now(), active = a.active or a.awaits_proof,
            awaits_proof = false from guard where a.id = ${accountId}::uuid returning 1`,
        },
        ...(stranger ? [session, ...formerSessionEnds(viewer.session)] : []),
      ],
      held: sql`exists (select 1 from proof_used)`,
      events: [
        { event: "account.address-proven", accountId },
        ...rivals.map((rival) => ({
          event: "account.address-dropped",
          accountId: rival,
          cause: "account.address-proven",
        })),
      ],
      tellings: rivals.map((to) => ({ event: "account.address-dropped", to, cause: "account.address-proven" })),
    };
  },
};

const confirm = command(confirming);

/** `data.secret` is that of a session that began, where somebody confirmed by password who was not signed in as that account. */
export async function confirmAddress(
  viewer: Viewer,
  { token, password }: { token: string; password?: string },
): Promise<Outcome<ConfirmAnswer, { secret: string | null }>> {
  refuseWhileViewing(viewer);
  const { portal } = viewer;
  const proof = await findProof(portal.store.reader, token);
  const stranger = proof !== null && viewer.account?.id !== proof.accountId;
  let provenHash: string | null = null;
  if (stranger && password !== undefined) {
    if (!(await mayTry(portal, [PASSWORD_PER_ACCOUNT, proof.accountId]))) throw tooOften();
    provenHash = await findFittingHash(portal, proof.accountId, password);
  }
  const secret = newSecret();
  const input = { token, provenHash, tokenHash: await digestOf(token), sessionId: await sessionIdOf(secret) };
  const { answer, done } = await confirm(viewer, input);
  return { answer, done, data: done ? { secret: stranger ? secret : null } : null };
}

function tooOften(): Refusal {
  return new Refusal("rate-limited", "That password was tried too often. Please wait a quarter of an hour.");
}
