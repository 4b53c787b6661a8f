/** Asking for the mail that proves one's address, once more. The secret in it is made when it is sent. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";
import { mayTry, PROOF_PER_ACCOUNT } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";

export type AskAnswer = "not-permitted" | "no-address" | "already-proven" | "rate-limited" | "sent";

interface Asking {
  readonly accountId: string;
  /** the hash that the asker's password fits, for accounts that cannot sign in yet */
  readonly provenHash?: string | null;
}

interface Facts {
  readonly active: boolean;
  readonly awaitsProof: boolean;
  readonly address: boolean;
  readonly proven: boolean;
  readonly hash: string | null;
}

const asking: SharedCommand<Asking, Facts | null, AskAnswer> = {
  way: "shared",
  verb: "account.ask-for-proof",
  proceeds: ["sent"],

  facts: async (read, _viewer, { accountId }) => {
    const [row] = await read.rows<Facts>(sql`
      select a.active, a.awaits_proof as "awaitsProof", a.email is not null as address,
        a.email_proven_at is not null as proven, c.password_hash as hash
      from account a left join credential c on c.account_id = a.id where a.id = ${accountId}::uuid`);
    return row ?? null;
  },

  answer(viewer, facts, { accountId, provenHash }) {
    const own = viewer.account?.id === accountId || (provenHash && provenHash === facts?.hash);
    if (!facts || !own || !(facts.active || facts.awaitsProof)) return "not-permitted";
    if (!facts.address) return "no-address";
    return facts.proven ? "already-proven" : "sent";
  },

  versions: () => ({}),

  writing: (_viewer, _facts, { accountId }) => ({
    parts: [],
    events: [{ event: "account.proof-asked", accountId }],
    errands: [{ kind: "mail", payload: { template: "confirm-address", accountId } }],
  }),
};

const ask = command(asking);

export async function askForProof(viewer: Viewer, input: Asking) {
  refuseWhileViewing(viewer);
  if (!(await mayTry(viewer.portal, [PROOF_PER_ACCOUNT, input.accountId]))) {
    return { answer: "rate-limited" as const, done: false, data: null };
  }
  return ask(viewer, input);
}

/** The mail to oneself. */
export async function askForOwnProof(viewer: Viewer) {
  if (!viewer.account) return { answer: "sign-in" as const, done: false, data: null };
  return askForProof(viewer, { accountId: viewer.account.id });
}
