/** One's own account, deleted or deactivated by oneself: asked for with the password, and not by the last owner. */
import { sql } from "drizzle-orm";
import { type Plan, planConsequences } from "@/lib/consequences/plan";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { mayTry, PASSWORD_PER_ACCOUNT } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";
import { answerLeavePortal, type LeavePortalAnswer } from "../answers";
import { findFittingHash } from "../credential";
import { findOwnHash } from "./change-password";
import { findTarget, sure, type Target } from "./target";

export interface LeavingInput {
  readonly how: "deleted" | "deactivated";
  /** they know which groups they leave without an administrator */
  readonly anyway: boolean;
}

interface Proven extends LeavingInput {
  /** the hash that the password fitted, null: none; of a preview nothing is asked */
  readonly provenHash: string | null;
}

interface Facts {
  readonly self: Target | null;
  readonly hash: string | null;
  readonly plan: Plan | null;
}

const ending = (accountId: string, how: LeavingInput["how"]) => [{ kind: "account-ended" as const, accountId, how }];

/** `asks`: whether the password is asked; the page that says what would follow asks for it only then. */
const leaving = (asks: boolean): ExclusiveCommand<Proven, Facts, LeavePortalAnswer> => ({
  way: "exclusive",
  verb: "account.leave",
  proceeds: ["deleted", "deactivated"],

  async facts(read, viewer, { how }) {
    const account = viewer.account?.id ?? "";
    const self = await findTarget(read, viewer, { account });
    const plan = self ? await planConsequences(read, viewer, ending(self.id, how)) : null;
    return { self, hash: await findOwnHash(read, viewer), plan };
  },

  answer(viewer, { self, hash, plan }, { how, anyway, provenHash }) {
    return answerLeavePortal({
      active: viewer.account?.active === true && self !== null,
      lastOwner: self?.lastOwner ?? false,
      lastAdmin: (plan?.withoutAdministrator.length ?? 0) > 0,
      ...{ how, anyway },
      proven: !asks || hash === null || hash === provenHash,
    });
  },

  exclusively(_viewer, { self }, { how }) {
    const { id } = sure(self);
    return {
      locks: { policy: "update", accounts: [id] },
      raises: { accounts: [id] },
      changes: ending(id, how),
      ...(how === "deleted" ? { afterwards: [sql`delete from account where id = ${id}::uuid`] } : {}),
    };
  },

  writing(_viewer, { self }, { how }) {
    const { id } = sure(self);
    const ended = sql`update account a set active = false, awaits_proof = false from guard where a.id = ${id}::uuid`;
    return {
      parts: how === "deactivated" ? [{ name: "ended", statement: ended }] : [],
      events: [{ event: `account.${how}`, accountId: id, reason: "Left the portal by themselves." }],
    };
  },
});

const leave = command(leaving(true));
const previewLeaving = preview(leaving(false));

/** What would be answered to whoever knows their password and goes anyway, and what would end. */
export function previewLeavePortal(viewer: Viewer, how: LeavingInput["how"]) {
  return previewLeaving(viewer, { how, anyway: true, provenHash: null });
}

/** Ends the viewer's own account; tries of the password are counted like any other. */
export async function leavePortal(
  viewer: Viewer,
  { password, ...input }: LeavingInput & { readonly password?: string },
): Promise<Outcome<LeavePortalAnswer>> {
  refuseWhileViewing(viewer);
  if (!viewer.account?.active) return { answer: "sign-in", done: false, data: null };
  const { id } = viewer.account;
  if (!(await mayTry(viewer.portal, [PASSWORD_PER_ACCOUNT, id])))
    return { answer: "rate-limited", done: false, data: null };
  const provenHash = password ? await findFittingHash(viewer.portal, id, password) : null;
  return leave(viewer, { ...input, provenHash });
}
