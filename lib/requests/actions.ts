"use server";
import { formAction } from "@/lib/action";
import { decideRequest, withdrawRequest } from "./commands";
import { decideFromList, decideRequest as decideShape, fromDecision, withdrawRequest as withdrawShape } from "./schema";
import { DECIDE_SENTENCES, WITHDRAW_SENTENCES } from "./sentences";

export const withdrawRequestAction = formAction(withdrawShape, withdrawRequest, { says: WITHDRAW_SENTENCES });
export const decideRequestAction = formAction(decideShape, decideRequest, { says: DECIDE_SENTENCES });

/** From a list of several groups: one form, one button per answer. */
export const decideFromListAction = formAction(
  decideFromList,
  (viewer, input) => decideRequest(viewer, fromDecision(input)),
  { says: DECIDE_SENTENCES },
);
