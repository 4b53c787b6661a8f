/** A new password, for whoever knows the old one. Every session ends with it; this browser gets a new one. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { mayTry, PASSWORD_PER_ACCOUNT } from "@/lib/session/rate";
import { newSecret, sessionIdOf, sessionRow } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { demandHardToGuess, findFittingHash } from "../credential";
import { hashPassword } from "../password/hash";

export type ChangePasswordAnswer = "sign-in" | "wrong-password" | "rate-limited" | "changed";

interface Changing {
  /** the hash that the old password fitted; null: none */
  readonly provenHash: string | null;
  readonly newHash: string;
  readonly sessionId: string;
}

export async function findOwnHash(read: Reader, viewer: Viewer): Promise<string | null> {
  const id = viewer.account?.id ?? null;
  const [row] = await read.rows<{ hash: string }>(
    sql`select password_hash as hash from credential where account_id = ${id}::uuid`,
  );
  return row?.hash ?? null;
}

const changing: ExclusiveCommand<Changing, string | null, ChangePasswordAnswer> = {
  way: "exclusive",
  verb: "account.change-password",
  proceeds: ["changed"],
  facts: findOwnHash,

  answer(viewer, hash, { provenHash }) {
    if (!viewer.account?.active) return "sign-in";
    return provenHash !== null && provenHash === hash ? "changed" : "wrong-password";
  },

  exclusively: (viewer) => ({
    locks: { policy: "share" },
    raises: { accounts: viewer.account ? [viewer.account.id] : [] },
    changes: [],
  }),

  writing(viewer, _hash, { newHash, sessionId }) {
    const accountId = viewer.account?.id ?? "";
    return {
      parts: [
        {
          name: "password_changed",
          statement: sql`update credential c set password_hash = ${newHash}, changed_at = portal_now() from guard
            where c.account_id = ${accountId}::uuid`,
        },
        {
          name: "sessions_ended",
          statement: sql`delete from session s using guard where s.account_id = ${accountId}::uuid`,
        },
        { name: "session_begun", statement: sessionRow(sessionId, accountId, "password", sql`guard`) },
      ],
      events: [{ event: "account.password-changed", accountId }],
    };
  },
};

const change = command(changing);

/** `data.secret` is that of the one session that is left. */
export async function changePassword(
  viewer: Viewer,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<Outcome<ChangePasswordAnswer, { secret: string }>> {
  refuseWhileViewing(viewer);
  if (!viewer.account) return { answer: "sign-in", done: false, data: null };
  demandHardToGuess("newPassword", newPassword, [viewer.name, viewer.email]);
  const { id } = viewer.account;
  if (!(await mayTry(viewer.portal, [PASSWORD_PER_ACCOUNT, id])))
    return { answer: "rate-limited", done: false, data: null };
  const provenHash = await findFittingHash(viewer.portal, id, currentPassword);
  if (provenHash === null) return { answer: "wrong-password", done: false, data: null };
  const secret = newSecret();
  const input = { provenHash, newHash: await hashPassword(newPassword), sessionId: await sessionIdOf(secret) };
  const { answer, done } = await change(viewer, input);
  return { answer, done, data: done ? { secret } : null };
}
