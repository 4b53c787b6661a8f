/** A small world written row by row as the owner, for tests of single commands: types, accounts, and nothing implied. */
import pg from "pg";
import { fold } from "@/lib/fold";
import type { Clone } from "../scratch";

export interface WorldShape {
  /** custom global roles and the built-in two, with what they hold */
  readonly globalRoles?: Readonly<Record<string, readonly string[]>>;
  /** types with their columns by name; `member`, `outsider`, `outsider:ROLE` …; any other name is a custom role */
  readonly types?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly accounts?: Readonly<Record<string, { roles?: readonly string[]; owner?: boolean; active?: boolean }>>;
}

/** Ids of the accounts by name. */
export async function makeWorld(clone: Clone, shape: WorldShape): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: clone.ownerUrl });
  await client.connect();
  try {
    await globalRoles(client, shape.globalRoles ?? {});
    for (const [type, columns] of Object.entries(shape.types ?? {})) await groupType(client, type, columns);
    const ids: Record<string, string> = {};
    for (const [name, person] of Object.entries(shape.accounts ?? {})) ids[name] = await account(client, name, person);
    await client.query("update policy set version = version + 1");
    return ids;
  } finally {
    await client.end();
  }
}

const BUILT_IN = ["anonymous", "authenticated"];

async function globalRoles(client: pg.Client, roles: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const [role, held] of Object.entries(roles)) {
    if (!BUILT_IN.includes(role)) await client.query("insert into global_role (name, label) values ($1, $1)", [role]);
    for (const permission of held) await client.query("insert into global_grant values ($1, $2)", [role, permission]);
  }
}

function kindOf(name: string): { kind: string; globalRole: string | null } {
  if (name.startsWith("outsider:")) return { kind: "advanced-outsider", globalRole: name.slice(9) };
  if (name.startsWith("insider:")) return { kind: "insider", globalRole: name.slice(8) };
  return { kind: ["anonymous", "outsider", "member", "leader"].includes(name) ? name : "custom", globalRole: null };
}

async function groupType(
  client: pg.Client,
  type: string,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await client.query("insert into group_type (name, label) values ($1, $1)", [type]);
  await client.query("insert into group_type_content values ($1, 'post')", [type]);
  const all = { anonymous: [], outsider: [], member: [], leader: [], ...columns };
  for (const [name, held] of Object.entries(all)) {
    const { kind, globalRole } = kindOf(name);
    await client.query("insert into group_role (type, name, kind, global_role, label) values ($1, $2, $3, $4, $2)", [
      type,
      name,
      kind,
      globalRole,
    ]);
    for (const permission of held) {
      await client.query("insert into group_grant values ($1, $2, $3, $4)", [type, name, kind, permission]);
    }
  }
}

async function account(
  client: pg.Client,
  name: string,
  { roles = [], owner = false, active = true }: { roles?: readonly string[]; owner?: boolean; active?: boolean },
): Promise<string> {
  const made = await client.query(
    "insert into account (name, name_key, owner, active) values ($1, $2, $3, $4) returning id",
    [name, fold(name), owner, active],
  );
  const { id } = made.rows[0];
  for (const role of roles)
    await client.query("insert into account_role (account_id, role) values ($1, $2)", [id, role]);
  return id;
}
