"use server";
import { formAction } from "@/lib/action";
import { atAddress } from "@/lib/groups/at-address";
import { decideRequest, withdrawRequest } from "./commands";
import { decideMany } from "./decide-many";
import {
  decideFromList,
  decideMany as decideManyShape,
  decideRequest as decideShape,
  fromDecision,
  withdrawRequest as withdrawShape,
} from "./schema";
import { DECIDE_MANY_SENTENCES, DECIDE_SENTENCES, WITHDRAW_SENTENCES } from "./sentences";

export const withdrawRequestAction = formAction(withdrawShape, withdrawRequest, { says: WITHDRAW_SENTENCES });
/** From the page of one request: leads back to those of the group. */
export const decideRequestAction = formAction(decideShape, atAddress(decideRequest), {
  says: DECIDE_SENTENCES,
  redirectTo: (data, answer) => `/groups/${data?.slug}/requests?done=${answer}`,
});

/** From a list of several groups: one form, one button per answer. */
export const decideFromListAction = formAction(
  decideFromList,
  (viewer, input) => decideRequest(viewer, fromDecision(input)),
  { says: DECIDE_SENTENCES },
);

/** Those chosen in a list, or all that it is narrowed to. `data` says what came of each. */
export const decideManyAction = formAction(decideManyShape, decideMany, {
  says: DECIDE_MANY_SENTENCES,
  redirectTo: (data) => (data?.kind === "started" ? `/jobs/${data.job}` : null),
});
