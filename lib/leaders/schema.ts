/** Shapes of input for leaders. */
import { z } from "zod";

const group = z.string().min(1).max(80);
/** an account by id, or a leader group by its address: exactly one of the two */
const who = { account: z.uuid().nullable().default(null), leaderGroup: z.string().max(80).nullable().default(null) };

const leader = () =>
  z
    .strictObject({ group, ...who })
    .refine(({ account, leaderGroup }) => (account === null) !== (leaderGroup === null), {
      message: "Name a person or a group.",
      path: ["leaderGroup"],
    });

export const appointLeader = leader();
export const dismissLeader = leader();

export type LeaderInput = z.output<typeof appointLeader>;
