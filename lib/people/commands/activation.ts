import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { answerDeactivate, answerReactivate } from "@/lib/policy/answers/people";
import type { AccountVerbInput } from "../schema-accounts";
import { aboutAccount, findTarget, mayAdministerPeople, standsAbove, sure, type Target } from "./target";

type Answer = ReturnType<typeof answerDeactivate> | "not-found";

/** Ends everything that the account is in or in charge of, and its sessions at once. */
export const deactivating: ExclusiveCommand<AccountVerbInput, Target | null, Answer> = {
  way: "exclusive",
  verb: "account.deactivate",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target) {
    const answer = answerDeactivate({
      mayAdminister: mayAdministerPeople(viewer),
      exceeds: standsAbove(target, viewer),
      lastOwner: target?.lastOwner ?? false,
    });
    return answer === "changed" && !target ? "not-found" : answer;
  },

  exclusively: (_viewer, target) => ({
    ...aboutAccount(target),
    changes: target && isLive(target) ? [{ kind: "account-ended", accountId: target.id, how: "deactivated" }] : [],
  }),

  writing(viewer, target, { reason }) {
    const account = sure(target);
    if (!isLive(account)) return null;
    const event = { event: "account.deactivated", reason };
    return {
      parts: [{ name: "ended", statement: setActive(account.id, false) }],
      events: [{ ...event, accountId: account.id }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: account.id }],
    };
  },
};

/** Lets the account in again. Nothing that it had comes back by itself. */
export const reactivating: ExclusiveCommand<AccountVerbInput, Target | null, Answer> = {
  way: "exclusive",
  verb: "account.reactivate",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target) {
    const answer = answerReactivate({
      mayAdminister: mayAdministerPeople(viewer),
      exceeds: standsAbove(target, viewer),
    });
    return answer === "changed" && !target ? "not-found" : answer;
  },

  exclusively: (_viewer, target) => ({ ...aboutAccount(target), changes: [] }),

  writing(viewer, target, { reason }) {
    const { id: accountId, active } = sure(target);
    if (active) return null;
    const event = { event: "account.reactivated", reason };
    return {
      parts: [{ name: "back", statement: setActive(accountId, true) }],
      events: [{ ...event, accountId }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: accountId }],
    };
  },
};

/** Active, or about to be as soon as an address is proven. */
const isLive = ({ active, awaitsProof }: Target): boolean => active || awaitsProof;

/** Either way the account waits for no proof any more: somebody has decided. */
const setActive = (accountId: string, active: boolean) =>
  sql`update account a set active = ${active}, awaits_proof = false from guard where a.id = ${accountId}::uuid`;

export const deactivateAccount = command(deactivating);
export const reactivateAccount = command(reactivating);
/** From which groups the account would be removed, and what else would end. */
export const previewDeactivateAccount = preview(deactivating);
