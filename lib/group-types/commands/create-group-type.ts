import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { answerCreateRole, type CreateRoleAnswer } from "@/lib/policy/answers/roles";
import { mayGrantCell, mayGrantGlobal } from "@/lib/policy/ceilings";
import { type DraftProblem, type DraftSources, draftType, type Origin, type TypeDraft } from "../draft";
import type { CreateGroupTypeInput } from "../schema";
import { mayAdministerTypes, wholePolicy } from "./type-facts";

interface Facts {
  readonly taken: boolean;
  readonly draft: TypeDraft | DraftProblem;
}

export type CreateTypeAnswer = CreateRoleAnswer | "name-taken" | DraftProblem | "exceeds-own";

/** A new type with its whole table: every cell is granted by whoever makes it, and judged like any other grant. */
export const creatingType: ExclusiveCommand<CreateGroupTypeInput, Facts, CreateTypeAnswer> = {
  way: "exclusive",
  verb: "type.create",
  proceeds: ["created"],

  async facts(read, _viewer, input) {
    const [row] = await read.rows<{ taken: boolean; roles: DraftSources["globalRoles"] }>(sql`
      select exists (select 1 from group_type t where t.name = ${input.name}) as taken,
        (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
           from global_role r where not r.built_in) as roles`);
    const copied = input.start.from === "copy" ? await findOrigin(read, input.start.type) : null;
    return { taken: row?.taken ?? false, draft: draftType(input, { globalRoles: row?.roles ?? [], copied }) };
  },

  answer(viewer, { taken, draft }, { name }) {
    const actor = actorOf(viewer);
    const answer = answerCreateRole({ mayAdminister: mayAdministerTypes(viewer) });
    if (answer !== "created") return answer;
    if (taken) return "name-taken";
    if (typeof draft === "string") return draft;
    const opens = !draft.opensCreation || mayGrantGlobal(actor, `group.create:${name}`);
    const grants = draft.cells.every((cell) => mayGrantCell(actor, cell, { confers: [], leads: false }));
    return opens && grants ? "created" : "exceeds-own";
  },

  exclusively: () => wholePolicy,

  writing(_viewer, { draft }, input) {
    const made = sure(draft);
    return { parts: parts(input, made), events: events(input, made) };
  },
};

export const createGroupType = command(creatingType);

function sure(draft: Facts["draft"]): TypeDraft {
  if (typeof draft === "string") throw new Error("a type was made without its table");
  return draft;
}

async function findOrigin(read: Reader, type: string): Promise<Origin | null> {
  const [row] = await read.rows<Origin>(sql`
    select (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from group_role r where r.type = t.name and r.kind = 'custom') as roles,
      (select coalesce(json_agg(json_build_object('role', x.role, 'permission', x.permission)), '[]')
        from group_grant x where x.type = t.name) as cells,
      array(select c.content from group_type_content c where c.type = t.name) as content,
      json_build_object('member', t.creator_is_member,
        'roles', array(select c.role from group_type_creator_role c where c.type = t.name)) as creator,
      json_build_object('internal', t.internal, 'hidden', t.hidden, 'open', t.open, 'public', t.public,
        'published', t.published) as defaults
    from group_type t where t.name = ${type}`);
  return row ?? null;
}

function parts({ name, label, description }: CreateGroupTypeInput, draft: TypeDraft) {
  const { internal, hidden, open, public: isPublic, published } = draft.defaults;
  const list: { name: string; statement: SQL }[] = [
    {
      name: "made",
      statement: sql`insert into group_type (name, label, description, preset, position, creator_is_member, internal, hidden,
          open, public, published)
        select ${name}, ${label}, ${description}, ${draft.preset}, (select coalesce(max(position), 0) + 1 from group_type),
          ${draft.creator.member}::boolean, ${internal}::boolean, ${hidden}::boolean, ${open}::boolean,
          ${isPublic}::boolean, ${published}::boolean
        from guard returning name`,
    },
    {
      name: "columns",
      statement: sql`insert into group_role (type, name, kind, global_role, label, position)
        select ${name}, c.name, c.kind, c."globalRole", c.label, c.position from guard,
          jsonb_to_recordset(${JSON.stringify(draft.columns)}::jsonb)
            as c(name text, kind text, "globalRole" text, label text, position int)`,
    },
    {
      name: "cells",
      statement: sql`insert into group_grant (type, role, kind, permission)
        select ${name}, c.role, c.kind, c.permission from guard,
          jsonb_to_recordset(${JSON.stringify(draft.cells)}::jsonb) as c(role text, kind text, permission text)`,
    },
    {
      name: "contents",
      statement: sql`insert into group_type_content (type, content)
        select ${name}, content from guard, unnest(${sql.param([...draft.content])}::text[]) content`,
    },
    {
      name: "creator_roles",
      statement: sql`insert into group_type_creator_role (type, role)
        select ${name}, role from guard, unnest(${sql.param([...draft.creator.roles])}::text[]) role`,
    },
  ];
  if (!draft.opensCreation) return list;
  const opened = sql`insert into global_grant (role, permission)
    select 'authenticated', ${`group.create:${name}`} from guard on conflict do nothing`;
  return [...list, { name: "opened", statement: opened }];
}

function events({ name, label }: CreateGroupTypeInput, draft: TypeDraft): [AuditEvent, ...AuditEvent[]] {
  const { preset, content, creator, defaults, opensCreation } = draft;
  const roles = draft.columns.filter(({ kind }) => kind === "custom").map((column) => column.name);
  const cells = draft.cells.map(({ role, permission }) => `${role} ${permission}`);
  const after = { label, preset, content, creator, defaults, roles, cells };
  const made: AuditEvent = { event: "type.created", type: name, after };
  const permission = `group.create:${name}`;
  return opensCreation ? [made, { event: "permission.granted", role: "authenticated", permission }] : [made];
}
