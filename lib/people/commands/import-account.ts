import { sql } from "drizzle-orm";
import { z } from "zod";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand, Outcome } from "@/lib/gate/command";
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

type Imported = ImportAccountInput & { readonly id: string };

/** People whom the portal itself brings along: without password and address, so that nobody signs in as them. */
export const importing: ExclusiveCommand<readonly Imported[], null, ImportAccountAnswer> = {
  way: "exclusive",
  verb: "account.import",
  proceeds: ["imported"],
  facts: async () => null,

  answer(viewer, _facts, people) {
    if (!isSite(viewer)) return "not-permitted";
    const known = people.every(({ roles }) => roles.every((role) => isGiven(viewer, role)));
    return known ? "imported" : "no-such-role";
  },

  exclusively: () => ({ locks: { policy: "share" }, raises: {}, changes: [] }),

  writing(_viewer, _facts, people) {
    const rows = people.map((person) => ({ ...person, roles: [...new Set(person.roles)], key: fold(person.name) }));
    const [first, ...rest] = rows.map(eventOf);
    if (!first) return null;
    const from = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, name text, key text, owner boolean, active boolean, roles jsonb)`;
    return {
      parts: [
        {
          name: "made",
          statement: sql`insert into account (id, name, name_key, owner, active)
            select x.id, x.name, x.key, x.owner, x.active from guard, ${from} returning id`,
        },
        {
          name: "given",
          statement: sql`insert into account_role (account_id, role)
            select made.id, r.role from made join ${from} on x.id = made.id,
              jsonb_array_elements_text(x.roles) r(role) returning role`,
        },
      ],
      events: [first, ...rest],
    };
  },
};

/** A role that accounts are given; the two built-in ones they have or have not. */
function isGiven({ policy }: Viewer, role: string): boolean {
  return role !== ANONYMOUS && role !== AUTHENTICATED && policy.globalRoles.has(role);
}

/** The name is given with the line: the row is not there yet when the line is written. */
function eventOf({ id, name, roles, owner, active }: Imported): AuditEvent {
  return { event: "account.created", accountId: id, accountName: name, after: { roles, owner, active } };
}

const bringIn = command(importing);

/** Imports people, all or none; `data` holds their ids in the same order. Heard from the portal itself only. */
export async function importAccounts(
  viewer: Viewer,
  people: readonly ImportAccountInput[],
): Promise<Outcome<ImportAccountAnswer, readonly string[]>> {
  const imported = people.map((person) => ({ ...person, id: crypto.randomUUID() }));
  const outcome = await bringIn(viewer, imported);
  return { ...outcome, data: outcome.done ? imported.map(({ id }) => id) : null };
}
