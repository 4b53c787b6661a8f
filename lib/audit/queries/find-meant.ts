/** Whom and which group somebody means who narrows the log: by id, by address, or by a name that several may bear. */
import { sql } from "drizzle-orm";
import { slugOf } from "@/lib/groups/address";
import { seesEveryGroup, seesGroup } from "@/lib/groups/visible";
import { decideGlobal } from "@/lib/policy/decide";
import { beginsWith, queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import type { LogQuery } from "../filters";
import { plain } from "../plain";

export interface Meant {
  /** the one that is meant; null: nobody, or one of `candidates` */
  readonly id: string | null;
  readonly name: string;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

export type MeantBy = { readonly [key in "person" | "actor" | "group"]: Meant | null };

interface Row {
  id: string;
  name: string;
  exact: boolean;
}

const LIMIT = 8;

/** Null without the right to read the log. Of groups only those that the reader sees are found. */
export async function findMeant(viewer: Viewer, { person, actor, group }: LogQuery): Promise<MeantBy | null> {
  if (!decideGlobal(viewer, "audit.view").allowed) return null;
  const [whom, who, where] = await Promise.all([
    person ? personMeant(viewer, person) : null,
    actor ? personMeant(viewer, actor) : null,
    group ? groupMeant(viewer, group) : null,
  ]);
  return { person: whom, actor: who, group: where };
}

/** Accounts that are gone are known to the log alone, by the name that they had last. */
async function personMeant(viewer: Viewer, text: string): Promise<Meant> {
  const id = uuidOf(text);
  const key = queryKey(text);
  const rows = await viewer.portal.store.reader.rows<Row>(
    id
      ? sql`select ${id}::text as id, true as exact, coalesce((select a.name from account a where a.id = ${id}::uuid),
          (select l.account_name from audit l where l.account_id = ${id}::uuid order by l.at desc limit 1),
          (select l.actor_name from audit l where l.actor_id = ${id}::uuid order by l.at desc limit 1), '') as name`
      : sql`select a.id, a.name, a.name_key = ${key} as exact from account a
          where ${beginsWith(sql`a.name_key`, key)} and ${key} <> '' order by exact desc, a.name_key, a.id limit ${LIMIT}`,
  );
  return meant(text, rows);
}

async function groupMeant(viewer: Viewer, text: string): Promise<Meant> {
  const [id, slug, key] = [uuidOf(text), slugOf(text), queryKey(text)];
  const gone = seesEveryGroup(viewer)
    ? sql`select ${id}::uuid as id, l.group_name as name, true as exact, '' as name_key from (select group_name from audit
        where group_id = ${id}::uuid order by at desc limit 1) l where not exists (select 1 from groups g where g.id = ${id}::uuid)`
    : sql`select null::uuid, null::text, false, '' where false`;
  const named = id ? sql`g.id = ${id}::uuid` : sql`(g.slug = ${slug}::text or ${beginsWith(sql`g.name_key`, key)})`;
  const rows = await viewer.portal.store.reader.rows<Row>(sql`
    (select g.id, g.name, (g.id = ${id}::uuid or g.slug = ${slug}::text or g.name_key = ${key}) is true as exact, g.name_key
      from groups g where ${named} and ${key} <> '' and ${seesGroup(viewer)} order by exact desc, g.name_key, g.id limit ${LIMIT})
    union all (${gone}) order by exact desc, name_key, id`);
  return meant(text, rows);
}

function meant(text: string, rows: readonly Row[]): Meant {
  const candidates = rows.map(({ id, name }) => ({ id, name: plain(name) || "somebody" }));
  const exact = candidates.filter((_, at) => rows[at]?.exact);
  const [only] = exact.length > 0 ? exact : candidates;
  const alone = exact.length === 1 || candidates.length === 1;
  if (only && alone) return { ...only, candidates: [] };
  return { id: null, name: plain(text), candidates };
}
