/** Making an account of one's own. It never tells whether anybody else has the address: two may claim it, one proves it. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { Outcome, SharedCommand } from "@/lib/gate/command";
import { Refusal } from "@/lib/refusal";
import { mayTry, SIGN_UP_PER_CLIENT } from "@/lib/session/rate";
import { newSecret, sessionIdOf } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { answerSignUp, type SignUpAnswer } from "../answers";
import { demandHardToGuess } from "../credential";
import { type Address, parseEmail } from "../email";
import { holdsOpenLink } from "../invitation";
import { formerSessionEnds, writeAccount } from "../new-account";
import { hashPassword } from "../password/hash";
import type { SignUpInput } from "../schema";

interface SigningUp {
  readonly id: string;
  readonly name: string;
  readonly address: Address;
  readonly passwordHash: string;
  readonly sessionId: string;
  readonly joinToken: string | null;
}

interface Invited {
  readonly invited: boolean;
}

const signingUp: SharedCommand<SigningUp, Invited, SignUpAnswer> = {
  way: "shared",
  verb: "account.sign-up",
  proceeds: ["signed-up", "check-mail"],
  facts: async (read, viewer, { joinToken }) => ({ invited: await holdsOpenLink(read, viewer, joinToken) }),
  answer: (viewer, facts, { address }) =>
    answerSignUp({ ...facts, settings: viewer.settings, domain: domainIn(address) }),
  versions: () => ({}),

  writing(viewer, _facts, { id, name, address, passwordHash, sessionId }, answer) {
    const { signUp, newAccountRole: role } = viewer.settings;
    const awaitsProof = answer === "check-mail";
    const session = awaitsProof ? undefined : ({ id: sessionId, how: "sign-up" } as const);
    const account = writeAccount({ id, name, address, passwordHash, role, awaitsProof, session });
    return {
      ...account,
      parts: [...account.parts, ...(awaitsProof ? [] : formerSessionEnds(viewer.session))],
      // The settings that were read are still those that count.
      held: sql`exists (select 1 from setting where sign_up = ${signUp} and new_account_role is not distinct from ${role}::text)`,
    };
  },
};

const makeAccount = command(signingUp);

export interface Asking {
  /** the client's address as rate limits count it */
  readonly client: string;
  /** token of the join link that the browser holds */
  readonly joinToken: string | null;
}

/** `data.secret` is that of the session that began, null where the address must be proven first. */
export async function signUp(
  viewer: Viewer,
  { name, email, password }: Omit<SignUpInput, "next">,
  { client, joinToken }: Asking,
): Promise<Outcome<SignUpAnswer, { accountId: string; secret: string | null }>> {
  refuseWhileViewing(viewer);
  const address = parseEmail(email);
  if (!address) throw new Refusal("invalid", "That is no e-mail address.", { email: "That is no e-mail address." });
  demandHardToGuess("password", password, [name, email]);
  if (!(await mayTry(viewer.portal, [SIGN_UP_PER_CLIENT, client]))) throw tooOften();
  const invited = await holdsOpenLink(viewer.portal.store.reader, viewer, joinToken);
  const early = answerSignUp({ invited, settings: viewer.settings, domain: domainIn(address) });
  if (!signingUp.proceeds.includes(early)) return { answer: early, done: false, data: null };
  const secret = newSecret();
  const made = {
    id: crypto.randomUUID(),
    name,
    address,
    passwordHash: await hashPassword(password),
    sessionId: await sessionIdOf(secret),
    joinToken,
  };
  const { answer, done } = await makeAccount(viewer, made);
  if (!done) return { answer, done, data: null };
  return { answer, done, data: { accountId: made.id, secret: answer === "signed-up" ? secret : null } };
}

function domainIn({ key }: Address): string {
  return key.slice(key.indexOf("@") + 1);
}

function tooOften(): Refusal {
  return new Refusal("rate-limited", "Many accounts were made from here lately. Please try again in an hour.");
}
