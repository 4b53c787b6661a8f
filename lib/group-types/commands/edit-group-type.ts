import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { contentTypeOf, isGroupPermission } from "@/lib/policy/catalogue";
import { contentOf } from "../draft";
import type { CreatorSettings, EditGroupTypeInput, GroupDefaults } from "../schema";
import { mayAdministerTypes, wholePolicy } from "./type-facts";

interface Stored {
  readonly version: number;
  readonly label: string;
  readonly description: string;
  readonly content: readonly string[];
  readonly creator: CreatorSettings;
  readonly defaults: GroupDefaults;
  readonly customRoles: readonly string[];
  readonly cells: readonly { readonly role: string; readonly permission: string }[];
}

export type EditTypeAnswer = "not-permitted" | "not-found" | "stale" | "no-such-content" | "no-such-role" | "changed";

/** What a type is called, what it has room for, and what its new groups start as. Its table has verbs of its own. */
export const editingType: ExclusiveCommand<EditGroupTypeInput, Stored | null, EditTypeAnswer> = {
  way: "exclusive",
  verb: "type.edit",
  proceeds: ["changed"],
  facts: (read, _viewer, { type }) => findStored(read, type),

  answer(viewer, stored, { version, content, creator }) {
    if (!mayAdministerTypes(viewer)) return "not-permitted";
    if (!stored) return "not-found";
    if (version !== undefined && version !== stored.version) return "stale";
    if (content && !contentOf(content)) return "no-such-content";
    return creator?.roles.every((role) => stored.customRoles.includes(role)) === false ? "no-such-role" : "changed";
  },

  exclusively: () => wholePolicy,

  writing(_viewer, stored, input) {
    if (!stored) return null;
    const after = merged(stored, input);
    const edited = differences(stored, after);
    if (!edited) return null;
    const gone = cellsWithout(stored, after.content);
    return {
      parts: [...parts(input.type, after), { name: "dropped", statement: dropped(input.type, gone) }],
      data: sql`(select jsonb_build_object('version', version) from edited)`,
      events: [
        { event: "type.edited", type: input.type, ...edited },
        ...gone.map((cell) => ({
          ...{ event: "permission.revoked", type: input.type, ...cell },
          ...{ after: { version: stored.version + 1 }, cause: "type.edited" },
        })),
      ],
    };
  },
};

export const editGroupType = command<EditGroupTypeInput, Stored | null, EditTypeAnswer, { version: number }>(
  editingType,
);

type Settled = Omit<Stored, "version" | "customRoles" | "cells">;

async function findStored(read: Reader, type: string): Promise<Stored | null> {
  const [row] = await read.rows<Stored>(sql`
    select t.version, t.label, t.description,
      array(select c.content from group_type_content c where c.type = t.name order by 1) as content,
      json_build_object('member', t.creator_is_member,
        'roles', array(select c.role from group_type_creator_role c where c.type = t.name order by 1)) as creator,
      json_build_object('internal', t.internal, 'hidden', t.hidden, 'open', t.open, 'public', t.public,
        'published', t.published) as defaults,
      array(select r.name from group_role r where r.type = t.name and r.kind = 'custom') as "customRoles",
      (select coalesce(json_agg(json_build_object('role', x.role, 'permission', x.permission)), '[]')
        from group_grant x where x.type = t.name) as cells
    from group_type t where t.name = ${type}`);
  return row ?? null;
}

function merged(stored: Stored, input: EditGroupTypeInput): Settled {
  const { label = stored.label, description = stored.description, content = stored.content } = input;
  const { member, roles } = input.creator ?? stored.creator;
  const creator = { member, roles: [...new Set(roles)].sort() };
  return {
    label,
    description,
    content: [...new Set(content)].sort(),
    creator,
    defaults: input.defaults ?? stored.defaults,
  };
}

/** Only what differs, before and after; null if nothing does. */
function differences(stored: Stored, after: Settled): Pick<AuditEvent, "before" | "after"> | null {
  const keys = (["label", "description", "content", "creator", "defaults"] as const).filter(
    (key) => JSON.stringify(inOrder(stored[key])) !== JSON.stringify(inOrder(after[key])),
  );
  if (keys.length === 0) return null;
  const only = (from: Settled) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: only(stored), after: only(after) };
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Cells of content that is switched off: nobody would see them, so they do not stay behind. */
function cellsWithout({ cells }: Stored, content: readonly string[]) {
  return cells.filter(({ permission }) => {
    const needed = isGroupPermission(permission) ? contentTypeOf(permission) : null;
    return needed !== null && !content.includes(needed);
  });
}

function dropped(type: string, cells: readonly { role: string; permission: string }[]): SQL {
  return sql`delete from group_grant x using guard, jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(role text, permission text)
    where x.type = ${type} and x.role = c.role and x.permission = c.permission`;
}

function parts(type: string, { label, description, content, creator, defaults }: Settled) {
  const contents = sql`${sql.param([...content])}::text[]`;
  const roles = sql`${sql.param([...creator.roles])}::text[]`;
  return [
    {
      name: "edited",
      statement: sql`update group_type t set label = ${label}, description = ${description},
          creator_is_member = ${creator.member}, internal = ${defaults.internal}, hidden = ${defaults.hidden},
          open = ${defaults.open}, public = ${defaults.public}, published = ${defaults.published}, version = t.version + 1
        from guard where t.name = ${type} returning t.version`,
    },
    {
      name: "content_off",
      statement: sql`delete from group_type_content c using guard where c.type = ${type} and c.content <> all(${contents})`,
    },
    {
      name: "content_on",
      statement: sql`insert into group_type_content (type, content) select ${type}, content from guard, unnest(${contents}) content
        on conflict do nothing`,
    },
    {
      name: "creators_off",
      statement: sql`delete from group_type_creator_role c using guard where c.type = ${type} and c.role <> all(${roles})`,
    },
    {
      name: "creators_on",
      statement: sql`insert into group_type_creator_role (type, role) select ${type}, role from guard, unnest(${roles}) role
        on conflict do nothing`,
    },
  ];
}
