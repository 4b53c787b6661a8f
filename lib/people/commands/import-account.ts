import { sql } from "drizzle-orm";
import { z } from "zod";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import { nameField } from "../name";

export const importAccountShape = z.strictObject({
  name: nameField,
  /** global roles given directly */
  roles: z.array(z.string().min(1).max(48)).max(100).default([]),
  owner: z.boolean().default(false),
  active: z.boolean().default(true),
});

export type ImportAccountInput = z.output<typeof importAccountShape>;
export type ImportAccountAnswer = "not-permitted" | "no-such-role" | "imported";

interface Importing {
  readonly input: ImportAccountInput;
  readonly id: string;
}

/** A person whom the portal itself brings along: without password and address, so that nobody signs in as them. */
export const importing: ExclusiveCommand<Importing, null, ImportAccountAnswer> = {
  way: "exclusive",
  verb: "account.import",
  proceeds: ["imported"],
  facts: async () => null,

  answer(viewer, _facts, { input }) {
    if (!isSite(viewer)) return "not-permitted";
    return input.roles.every((role) => isGiven(viewer, role)) ? "imported" : "no-such-role";
  },

  exclusively: () => ({ locks: { policy: "share" }, raises: {}, changes: [] }),

  writing(_viewer, _facts, { id, input }) {
    const { name, owner, active } = input;
    const roles = [...new Set(input.roles)];
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into account (id, name, name_key, owner, active)
            select ${id}::uuid, ${name}, ${fold(name)}, ${owner}, ${active} from guard returning id`,
        },
        {
          name: "given",
          statement: sql`insert into account_role (account_id, role)
            select made.id, role from made, unnest(${sql.param(roles)}::text[]) role returning role`,
        },
      ],
      data: sql`(select jsonb_build_object('id', id) from made)`,
      // The name is given with the line: the row is not there yet when the line is written.
      events: [{ event: "account.created", accountId: id, accountName: name, after: { roles, owner, active } }],
    };
  },
};

/** A role that accounts are given; the two built-in ones they have or have not. */
function isGiven({ policy }: Viewer, role: string): boolean {
  return role !== ANONYMOUS && role !== AUTHENTICATED && policy.globalRoles.has(role);
}

const bringIn = command<Importing, null, ImportAccountAnswer, { id: string }>(importing);

/** Imports a person; `data.id` is the account's. Heard from the portal itself only. */
export function importAccount(
  viewer: Viewer,
  input: ImportAccountInput,
): Promise<Outcome<ImportAccountAnswer, { id: string }>> {
  return bringIn(viewer, { input, id: crypto.randomUUID() });
}
