/** People and groups as somebody at a terminal names them: by name, by address, by how either begins. */
import { sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import { actorOf, isSite } from "@/lib/gate/site";
import { slugOf } from "@/lib/groups/address";
import { seesGroup } from "@/lib/groups/visible";
import { parseEmail } from "@/lib/people/email";
import { decideGlobal } from "@/lib/policy/decide";
import { beginsWith, queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";

export interface AccountNamed {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** by the whole name, address or id, not by its beginning */
  readonly exact: boolean;
}

const LIMIT = 20;

/** Those that are called exactly so come first; none without the right to administer people. */
export async function listAccountsNamed(viewer: Viewer, text: string): Promise<AccountNamed[]> {
  const key = queryKey(text);
  if (key === "" || !decideGlobal(actorOf(viewer), "people.administer").allowed) return [];
  const exact = sql`(a.name_key = ${fold(text)} or a.email_key = ${parseEmail(text)?.key ?? null}::text
    or a.id = ${uuidOf(text)}::uuid)`;
  return viewer.portal.store.reader.rows<AccountNamed>(sql`
    select a.id, a.name, a.email, coalesce(${exact}, false) as exact from account a
    where ${beginsWith(sql`a.name_key`, key)} or ${exact}
    order by exact desc, a.name_key, a.id limit ${LIMIT}`);
}

export interface GroupNamed {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly exact: boolean;
}

/** The same for groups that the viewer sees: by id, by address, by how the name begins. */
export async function listGroupsNamed(viewer: Viewer, text: string): Promise<GroupNamed[]> {
  const key = queryKey(text);
  if (key === "") return [];
  const seeing = { ...viewer, ...actorOf(viewer) };
  // No index answers how an address begins; at a terminal one can wait.
  const slugBegins = isSite(viewer) ? beginsWith(sql`g.slug`, key) : sql`false`;
  const exact = sql`(g.slug = ${slugOf(text)}::text or g.id = ${uuidOf(text)}::uuid or g.name_key = ${key})`;
  return viewer.portal.store.reader.rows<GroupNamed>(sql`
    select g.id, g.slug, g.name, coalesce(${exact}, false) as exact from groups g
    where (${beginsWith(sql`g.name_key`, key)} or ${slugBegins} or ${exact}) and ${seesGroup(seeing)}
    order by exact desc, g.name_key, g.id limit ${LIMIT}`);
}
