"use server";
import { formAction } from "@/lib/action";
import { decideRequest, withdrawRequest } from "./commands";
import { decideRequest as decideShape, withdrawRequest as withdrawShape } from "./schema";
import { DECIDE_SENTENCES, WITHDRAW_SENTENCES } from "./sentences";

export const withdrawRequestAction = formAction(withdrawShape, withdrawRequest, { says: WITHDRAW_SENTENCES });
export const decideRequestAction = formAction(decideShape, decideRequest, { says: DECIDE_SENTENCES });
