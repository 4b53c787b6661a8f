import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import type { NoticeKind } from "@/lib/notices/sentence-kinds";
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

  writing(viewer, target, { reason }) {
    const { id: accountId } = sure(target);
    const involuntary = !isSite(viewer) && viewer.account?.id !== accountId;
    return {
      parts: involuntary ? [{ name: "farewell", statement: lastMail(accountId, reason) }] : [],
      events: [{ event: "account.deleted", accountId, reason }],
    };
  },
};

const KIND: NoticeKind = "account";

/** No notice can say it, for it would go with the account; so a mail does, where the address is theirs and they want such mail. */
const lastMail = (accountId: string, reason: string) => sql`
  insert into outbox (kind, payload)
    select 'mail', jsonb_strip_nulls(jsonb_build_object(
      'template', 'account-deleted', 'to', a.email, 'reason', nullif(${reason}::text, '')))
    from guard cross join account a
    where a.id = ${accountId}::uuid and a.email is not null and a.email_proven_at is not null and not exists (
      select 1 from notice_preference p where p.account_id = a.id and p.kind = ${KIND} and not p.mail)`;

export const deleteAccount = command(deleting);
/** From which groups the account would go, and what else would end. */
export const previewDeleteAccount = preview(deleting);
