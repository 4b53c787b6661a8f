import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { answerDeleteAccount } from "@/lib/policy/answers/people";
import type { AccountVerbInput } from "../schema-accounts";
import { aboutAccount, findTarget, mayAdministerPeople, standsAbove, sure, type Target } from "./target";

type Answer = ReturnType<typeof answerDeleteAccount> | "not-found";

/**
 * Deletes the account once its memberships and leaderships have ended and its links are revoked. Its posts and the
 * groups that it created stay, by nobody; the log keeps its name.
 */
const deleting: ExclusiveCommand<AccountVerbInput, Target | null, Answer> = {
  way: "exclusive",
  verb: "account.delete",
  proceeds: ["deleted"],
  facts: findTarget,

  answer(viewer, target) {
    const answer = answerDeleteAccount({
      mayAdminister: mayAdministerPeople(viewer),
      exceeds: standsAbove(target, viewer),
      lastOwner: target?.lastOwner ?? false,
    });
    return answer === "deleted" && !target ? "not-found" : answer;
  },

  exclusively(_viewer, target) {
    const { id: accountId } = sure(target);
    return {
      ...aboutAccount(target),
      changes: [{ kind: "account-ended", accountId, how: "deleted" }],
      afterwards: [sql`delete from account where id = ${accountId}::uuid`],
    };
  },

  writing(_viewer, target, { reason }) {
    const { id: accountId } = sure(target);
    return { parts: [], events: [{ event: "account.deleted", accountId, reason }] };
  },
};

export const deleteAccount = command(deleting);
/** From which groups the account would go, and what else would end. */
export const previewDeleteAccount = preview(deleting);
