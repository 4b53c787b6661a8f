/** The last mail to somebody whose account an administrator deleted: nothing can be asked any more, so the errand holds what is said. */
import { z } from "zod";
import type { Asked } from "./errand";
import { flat, type Letter } from "./letter";

const payloadShape = z.object({ to: z.string(), reason: z.string().optional() });

export async function writeAccountDeleted({ payload, address }: Asked): Promise<Letter> {
  const { to, reason } = payloadShape.parse(payload);
  return {
    to,
    subject: "Your account at Guildhall was deleted",
    paragraphs: [
      `An administrator deleted the account at Guildhall (${new URL(address).host}) that had this address.`,
      ...(reason ? [`Reason given: “${flat(reason)}”`] : []),
      "It is gone for good, with its address and its password, and whatever it was in has ended. What was posted with it stays, by “deleted account”, and the log keeps its name.",
      "There is nothing that you have to do, and no further mail will follow. If you believe that it was a mistake, ask whoever runs the portal.",
    ],
    farewell: true,
  };
}
