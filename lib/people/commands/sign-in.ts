/** Coming in with address and password. Whoever fails learns nothing: not whether the address is known, nor to whom. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Outcome } from "@/lib/gate/command";
import { Refusal } from "@/lib/refusal";
import { mayTry, SIGN_IN_PER_ADDRESS, SIGN_IN_PER_CLIENT } from "@/lib/session/rate";
import { beginSession, digestOf } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { parseEmail } from "../email";
import { NOBODYS_HASH, verifyPassword } from "../password/hash";
import type { SignInInput } from "../schema";
import { askForProof } from "./ask-for-proof";

export type SignInAnswer = "signed-in" | "wrong" | "inactive" | "awaits-proof" | "rate-limited";

export interface Candidate {
  readonly id: string;
  readonly version: number;
  readonly active: boolean;
  readonly awaits_proof: boolean;
  readonly hash: string;
  readonly proven: boolean;
}

const UNPROVEN_TRIED = 3;

/** `data.secret` is that of a new session, in whose place the viewer's own ends. */
export async function signIn(
  viewer: Viewer,
  { email, password }: Omit<SignInInput, "next">,
  { client }: { client: string },
): Promise<Outcome<SignInAnswer, { secret: string }>> {
  refuseWhileViewing(viewer);
  const { portal } = viewer;
  const key = parseEmail(email)?.key ?? null;
  const address = await digestOf(key ?? email);
  if (!(await mayTry(portal, [SIGN_IN_PER_ADDRESS, address], [SIGN_IN_PER_CLIENT, client])))
    return refused("rate-limited");
  const found = await fitting(await findCandidates(portal.store.reader, key), password);
  if (!found) return refused("wrong");
  if (found.awaits_proof) {
    await askForProof(viewer, { accountId: found.id, provenHash: found.hash });
    return refused("awaits-proof");
  }
  if (!found.active) return refused("inactive");
  const { id: accountId, version } = found;
  const secret = await beginSession(portal, { accountId, version, how: "password", instead: viewer.session });
  if (secret === null) throw new Refusal("busy", "This account is being changed right now. Please try again.");
  portal.log.info({ verb: "session.begin", actor: accountId, how: "password" }, "signed in");
  return { answer: "signed-in", done: true, data: { secret } };
}

function refused(answer: SignInAnswer): Outcome<SignInAnswer, never> {
  return { answer, done: false, data: null };
}

/** Who may be meant by an address: the account that proved it, then the newest that claim it. */
async function findCandidates(read: Reader, key: string | null): Promise<Candidate[]> {
  return read.rows<Candidate>(sql`
    select * from (
      (select a.id, a.version, a.active, a.awaits_proof, c.password_hash as hash, true as proven
         from account a join credential c on c.account_id = a.id
        where a.email_key = ${key}::text and a.email_proven_at is not null)
      union all
      (select a.id, a.version, a.active, a.awaits_proof, c.password_hash, false
         from account a join credential c on c.account_id = a.id
        where a.email_key = ${key}::text and a.email_proven_at is null
        order by a.created_at desc, a.id limit ${UNPROVEN_TRIED})) candidates`);
}

/**
 * Every try compares as many hashes as could be there, nobody's where there is none: neither time nor words tell
 * whether an address is known, proven, or claimed by others besides.
 */
export async function fitting(
  candidates: readonly Candidate[],
  password: string,
  compare = verifyPassword,
): Promise<Candidate | null> {
  const claims = candidates.filter((one) => !one.proven);
  const places = [candidates.find((one) => one.proven), ...Array.from({ length: UNPROVEN_TRIED }, (_, n) => claims[n])];
  const fits = await Promise.all(places.map((one) => compare(one?.hash ?? NOBODYS_HASH, password)));
  return places.find((one, n) => one !== undefined && fits[n]) ?? null;
}
