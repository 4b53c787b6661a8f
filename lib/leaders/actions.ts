"use server";
import { formAction } from "@/lib/action";
import { appointLeader, dismissLeader } from "./commands";
import { appointLeader as appointShape, dismissLeader as dismissShape } from "./schema";
import { LEADER_SENTENCES } from "./sentences";

export const appointLeaderAction = formAction(appointShape, appointLeader, { says: LEADER_SENTENCES });
export const dismissLeaderAction = formAction(dismissShape, dismissLeader, { says: LEADER_SENTENCES });
