/** Another address. It counts for nothing until its mail is confirmed; the old one is free from now on. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { mayTry, PASSWORD_PER_ACCOUNT } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { findFittingHash } from "../credential";
import { type Address, parseEmail } from "../email";
import { findOwnHash } from "./change-password";

export type ChangeAddressAnswer = "sign-in" | "wrong-password" | "rate-limited" | "wrong-domain" | "same" | "changed";

interface Changing {
  readonly provenHash: string | null;
  readonly address: Address;
}

const changing: ExclusiveCommand<Changing, string | null, ChangeAddressAnswer> = {
  way: "exclusive",
  verb: "account.change-address",
  proceeds: ["changed"],
  facts: findOwnHash,

  answer(viewer, hash, { provenHash, address }) {
    const { signUp, signUpDomains } = viewer.settings;
    if (!viewer.account?.active) return "sign-in";
    if (provenHash === null || provenHash !== hash) return "wrong-password";
    if (signUp === "domains" && !signUpDomains.includes(address.key.slice(address.key.indexOf("@") + 1)))
      return "wrong-domain";
    return viewer.email === address.email ? "same" : "changed";
  },

  exclusively: (viewer) => ({
    locks: { policy: "share" },
    raises: { accounts: viewer.account ? [viewer.account.id] : [] },
    changes: [],
  }),

  writing(viewer, _hash, { address }) {
    const accountId = viewer.account?.id ?? "";
    return {
      parts: [
        {
          name: "address_changed",
          statement: sql`update account a set email = ${address.email}, email_key = ${address.key}, email_proven_at = null
            from guard where a.id = ${accountId}::uuid`,
        },
      ],
      events: [{ event: "account.address-changed", accountId }],
      errands: [{ kind: "mail", payload: { template: "confirm-address", accountId } }],
    };
  },
};

const change = command(changing);

export async function changeAddress(
  viewer: Viewer,
  { email, currentPassword }: { email: string; currentPassword: string },
): Promise<Outcome<ChangeAddressAnswer>> {
  refuseWhileViewing(viewer);
  const address = parseEmail(email);
  if (!viewer.account || !address) return { answer: "sign-in", done: false, data: null };
  const { id } = viewer.account;
  if (!(await mayTry(viewer.portal, [PASSWORD_PER_ACCOUNT, id])))
    return { answer: "rate-limited", done: false, data: null };
  return change(viewer, { address, provenHash: await findFittingHash(viewer.portal, id, currentPassword) });
}
