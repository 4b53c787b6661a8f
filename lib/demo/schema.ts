import { z } from "zod";

export const stepInShape = z.strictObject({ account: z.uuid(), next: z.string().max(2_000).optional() });
