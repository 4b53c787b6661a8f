/** The portal's settings as those see them who administer them. */
import { sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { fold } from "@/lib/fold";
import { seesGroup } from "@/lib/groups/visible";
import { mayGiveGlobalRole } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import type { Settings, Viewer } from "@/lib/session/viewer";
import { reservedKey } from "./reserved-key";

const PAGE = 50;
/** groups that bear a reserved name are named and counted to this many */
const NAMED = 5;
const COUNTED = 100;

export interface SettingsPage extends Settings {
  /** custom roles; a new account can be given those that the viewer may give */
  readonly roles: readonly { readonly name: string; readonly label: string; readonly mayGive: boolean }[];
  readonly types: readonly { readonly name: string; readonly label: string }[];
  /** the settings as one text, the same while nobody changes them */
  readonly was: string;
}

/** Null without the right to administer settings. */
export async function findSettings(viewer: Viewer): Promise<SettingsPage | null> {
  if (!decideGlobal(viewer, "setting.administer").allowed) return null;
  const [row] = await viewer.portal.store.reader.rows<{
    roles: { name: string; label: string }[];
    types: SettingsPage["types"];
  }>(sql`
    select (select coalesce(json_agg(json_build_object('name', r.name, 'label', r.label) order by r.position, r.name), '[]')
        from global_role r where not r.built_in) as roles,
      (select coalesce(json_agg(json_build_object('name', t.name, 'label', t.label) order by t.position, t.name), '[]')
        from group_type t) as types`);
  const roles = (row?.roles ?? []).map((role) => ({ ...role, mayGive: mayGiveGlobalRole(viewer, role.name) }));
  return { ...viewer.settings, roles, types: row?.types ?? [], was: wasOf(viewer.settings) };
}

export function wasOf(settings: Settings): string {
  const { autoLeave, notifyLeaders, signUp, signUpDomains, newAccountRole, defaultGroupType } = settings;
  return JSON.stringify([autoLeave, notifyLeaders, signUp, signUpDomains, newAccountRole, defaultGroupType]);
}

export interface ReservedLine {
  readonly name: string;
  readonly reason: string;
  /** groups that bear it already and keep it: those that the viewer sees, and how many there are besides */
  readonly borne: readonly { readonly slug: string; readonly name: string }[];
  readonly others: number;
  /** there may be still more than are counted */
  readonly more: boolean;
}

/** By name; null without the right. */
export async function listReservedNames(viewer: Viewer, after?: string | null): Promise<Page<ReservedLine> | null> {
  if (!decideGlobal(viewer, "setting.administer").allowed) return null;
  const key = decodeCursor(after, ["text"]);
  const rows = await viewer.portal.store.reader.rows<{ name: string; reason: string; key: string }>(sql`
    select r.name, r.reason, r.name_key as key from reserved_name r
    where ${key ? sql`r.name_key > ${key[0]}::text collate "C"` : sql`true`} order by r.name_key limit ${PAGE + 1}`);
  const borne = await bearers(
    viewer,
    rows.slice(0, PAGE).map(({ key: name }) => name),
  );
  return pageOf(
    rows,
    PAGE,
    (row) => [row.key],
    ({ name, reason, key: at }) => ({ name, reason, ...(borne.get(at) ?? NOBODY) }),
  );
}

type Borne = Pick<ReservedLine, "borne" | "others" | "more">;
const NOBODY: Borne = { borne: [], others: 0, more: false };

/** Names are folded further for sorting than they are compared by here, so what the index finds is looked at once more. */
async function bearers(viewer: Viewer, keys: readonly string[]): Promise<Map<string, Borne>> {
  const rows = await viewer.portal.store.reader.rows<{ key: string; slug: string; name: string; seen: boolean }>(sql`
    select k.key, found.* from jsonb_to_recordset(${JSON.stringify(keys.map((key) => ({ key, folded: fold(key) })))}::jsonb)
        as k(key text, folded text) cross join lateral (
      select g.slug, g.name, ${seesGroup(viewer)} as seen from groups g where g.name_key = k.folded
      order by g.name_key, g.id limit ${COUNTED + 1}) found`);
  const borne = new Map<string, Borne>();
  for (const key of keys) {
    const bearing = rows.filter((row) => row.key === key && reservedKey(row.name) === key);
    const seen = bearing.filter((row) => row.seen).slice(0, NAMED);
    const counted = Math.min(bearing.length, COUNTED);
    borne.set(key, {
      borne: seen.map(({ slug, name }) => ({ slug, name })),
      others: counted - seen.length,
      more: bearing.length > COUNTED,
    });
  }
  return borne;
}
