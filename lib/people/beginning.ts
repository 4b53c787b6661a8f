/** What a new portal begins with: its mark, what visitors and accounts may do at the start, and the role that may ask to join. */
import { sql } from "drizzle-orm";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import type { GlobalPermission } from "@/lib/policy/catalogue";
import { MEMBER_ROLE } from "./commands/make-first-owner";

const GRANTS: readonly { role: string; permission: GlobalPermission }[] = [
  { role: "anonymous", permission: "directory.view" },
  { role: "authenticated", permission: "directory.view" },
  { role: "authenticated", permission: "profile.view" },
  { role: MEMBER_ROLE, permission: "group.request" },
];

const beginning: ExclusiveCommand<{ demo: boolean }, { begun: boolean }, "not-permitted" | "begun-already" | "begun"> =
  {
    way: "exclusive",
    verb: "portal.begin",
    proceeds: ["begun"],

    facts: async (read) => {
      const [row] = await read.rows<{ begun: boolean }>(sql`select exists (select 1 from portal_mark) as begun`);
      return { begun: row?.begun === true };
    },

    answer(viewer, { begun }) {
      if (!isSite(viewer)) return "not-permitted";
      return begun ? "begun-already" : "begun";
    },

    exclusively: () => ({ locks: { policy: "update" }, raises: { policy: true }, changes: [] }),

    writing(_viewer, _facts, { demo }) {
      const granted: AuditEvent[] = GRANTS.map(({ role, permission }) => ({
        event: "permission.granted",
        role,
        permission,
      }));
      return {
        parts: [
          { name: "marked", statement: sql`insert into portal_mark (demo) select ${demo}::boolean from guard` },
          {
            name: "role_made",
            statement: sql`insert into global_role (name, label, position) select ${MEMBER_ROLE}, 'Member', 2 from guard
            on conflict do nothing`,
          },
          {
            name: "granted",
            statement: sql`insert into global_grant (role, permission)
            select g.role, g.permission from guard cross join jsonb_to_recordset(${JSON.stringify(GRANTS)}::jsonb)
              as g(role text, permission text) on conflict do nothing`,
          },
        ],
        events: [{ event: "portal.begun", after: { demo } }, { event: "role.created", role: MEMBER_ROLE }, ...granted],
      };
    },
  };

export const begin = command(beginning);

const offering: ExclusiveCommand<
  { tokenHash: string },
  { ownerExists: boolean },
  "not-permitted" | "owner-exists" | "offered"
> = {
  way: "exclusive",
  verb: "portal.offer-setup",
  proceeds: ["offered"],

  facts: async (read) => {
    const [row] = await read.rows<{ owner: boolean }>(sql`select exists (select 1 from account where owner) as owner`);
    return { ownerExists: row?.owner === true };
  },

  answer(viewer, { ownerExists }) {
    if (!isSite(viewer)) return "not-permitted";
    return ownerExists ? "owner-exists" : "offered";
  },

  exclusively: () => ({ locks: { policy: "update" }, raises: {}, changes: [] }),

  // One link at a time: a new one takes the place of the one before.
  writing: (_viewer, _facts, { tokenHash }) => ({
    parts: [
      {
        name: "offered",
        statement: sql`insert into setup_link (id, token_hash) select 1, ${tokenHash} from guard
          on conflict (id) do update set token_hash = excluded.token_hash, created_at = portal_now(), used_at = null`,
      },
    ],
    events: [{ event: "portal.setup-offered" }],
  }),
};

export const offerSetup = command(offering);
