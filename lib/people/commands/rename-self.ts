/** The name by which others know oneself. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { SharedCommand } from "@/lib/gate/command";

const renaming: SharedCommand<{ name: string }, null, "sign-in" | "changed"> = {
  way: "shared",
  verb: "account.rename",
  proceeds: ["changed"],
  facts: async () => null,
  answer: (viewer) => (viewer.account?.active ? "changed" : "sign-in"),
  versions: () => ({}),

  writing(viewer, _facts, { name }) {
    if (viewer.name === name) return null;
    const accountId = viewer.account?.id ?? "";
    return {
      parts: [
        {
          name: "renamed",
          statement: sql`update account a set name = ${name}, name_key = ${fold(name)} from guard
            where a.id = ${accountId}::uuid returning 1`,
        },
      ],
      held: sql`exists (select 1 from renamed)`,
      events: [{ event: "account.renamed", accountId, before: { name: viewer.name }, after: { name } }],
    };
  },
};

export const renameSelf = command(renaming);
