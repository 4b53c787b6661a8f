/** The end of every session of one's own, this browser's too. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";

const signingOut: SharedCommand<object, null, "sign-in" | "signed-out"> = {
  way: "shared",
  verb: "account.sign-out-everywhere",
  proceeds: ["signed-out"],
  facts: async () => null,
  answer: (viewer) => (viewer.account ? "signed-out" : "sign-in"),
  versions: () => ({}),

  writing(viewer) {
    const accountId = viewer.account?.id ?? "";
    return {
      parts: [
        {
          name: "sessions_ended",
          statement: sql`delete from session s using guard where s.account_id = ${accountId}::uuid`,
        },
      ],
      events: [{ event: "account.signed-out-everywhere", accountId }],
    };
  },
};

export const signOutEverywhere = command(signingOut);
