/** Shapes of input for notices. */
import { z } from "zod";

export const markNoticesRead = z.strictObject({ upTo: z.uuid() });

export type MarkReadInput = z.output<typeof markNoticesRead>;
