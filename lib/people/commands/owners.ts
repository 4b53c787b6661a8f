import { sql } from "drizzle-orm";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand } from "@/lib/gate/command";
import { actorOf, isSite } from "@/lib/gate/site";
import {
  answerMakeOwner,
  answerUnmakeOwner,
  type MakeOwnerAnswer,
  type UnmakeOwnerAnswer,
} from "@/lib/policy/answers/people";
import type { Viewer } from "@/lib/session/viewer";
import type { AccountVerbInput } from "../schema-accounts";
import { aboutAccount, findTarget, sure, type Target } from "./target";

function isOwner(viewer: Viewer): boolean {
  const { account } = actorOf(viewer);
  return account?.active === true && account.owner;
}

/** Makes somebody a site owner. */
const making: ExclusiveCommand<AccountVerbInput, Target | null, MakeOwnerAnswer | "not-found"> = {
  way: "exclusive",
  verb: "account.make-owner",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target) {
    const answer = answerMakeOwner({ owner: isOwner(viewer) });
    return answer === "changed" && !target ? "not-found" : answer;
  },

  exclusively: (_viewer, target) => ({
    ...aboutAccount(target),
    changes: target && !target.owner ? [{ kind: "owner-made", accountId: target.id }] : [],
  }),

  writing(viewer, target, { reason }) {
    const { id: accountId, owner } = sure(target);
    if (owner) return null;
    const event = { event: "account.owner-made", reason };
    return {
      parts: [{ name: "made", statement: setOwner(accountId, true) }],
      events: [{ ...event, accountId }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: accountId }],
    };
  },
};

/** Unmakes a site owner, unless it is the last active one. They lose what nothing else gives them. */
const unmaking: ExclusiveCommand<AccountVerbInput, Target | null, UnmakeOwnerAnswer | "not-found"> = {
  way: "exclusive",
  verb: "account.unmake-owner",
  proceeds: ["changed"],
  facts: findTarget,

  answer(viewer, target) {
    const answer = answerUnmakeOwner({ owner: isOwner(viewer), lastOwner: target?.lastOwner ?? false });
    return answer === "changed" && !target ? "not-found" : answer;
  },

  exclusively: (_viewer, target) => ({
    ...aboutAccount(target),
    changes: target?.owner ? [{ kind: "owner-unmade", accountId: target.id }] : [],
  }),

  writing(viewer, target, { reason }) {
    const { id: accountId, owner } = sure(target);
    if (!owner) return null;
    const event = { event: "account.owner-unmade", reason };
    return {
      parts: [{ name: "unmade", statement: setOwner(accountId, false) }],
      events: [{ ...event, accountId }],
      tellings: isSite(viewer) ? [] : [{ ...event, to: accountId }],
    };
  },
};

/** An owner awaits no proof of an address: another owner vouches for them. */
const setOwner = (accountId: string, owner: boolean) =>
  sql`update account a set owner = ${owner}, awaits_proof = a.awaits_proof and not ${owner} from guard where a.id = ${accountId}::uuid`;

export const makeOwner = command(making);
export const unmakeOwner = command(unmaking);
/** From which groups the account would be removed. */
export const previewUnmakeOwner = preview(unmaking);
