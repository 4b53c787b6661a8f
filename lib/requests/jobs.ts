/** Many requests decided alike: each line is the command for one of them, under the rights that the asker has by then. */
import type { z } from "zod";
import type { LinesKind } from "@/lib/jobs/kind";
import { decideRequest } from "./commands";
import { decideRequest as decideShape } from "./schema";

export const decideRequestsJob: LinesKind<z.output<typeof decideShape>> = {
  kind: "request.decide",
  line: decideShape,
  async carryOut(viewer, input) {
    const { answer, done } = await decideRequest(viewer, input);
    return { answer, done };
  },
};
