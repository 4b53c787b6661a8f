/** Shapes of input for notices. */
import { z } from "zod";
import { NOTICE_KINDS } from "./sentence-kinds";

export const markNoticesRead = z.strictObject({ upTo: z.uuid() });

/** `notice`: any one of those that came of the change. */
export const markChangeRead = z.strictObject({ notice: z.uuid() });

/** The kinds that come by mail; the others then do not. */
export const chooseMail = z.strictObject({ kinds: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length).default([]) });

export type MarkReadInput = z.output<typeof markNoticesRead>;
export type MarkChangeReadInput = z.output<typeof markChangeRead>;
export type ChooseMailInput = z.output<typeof chooseMail>;
