/** The file of the portal as it is, with the parts that its reader may administer. */
import type { Reader } from "@/db/client";
import { actorOf } from "@/lib/gate/site";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import type { Tables } from "../tables";
import { type WritableTables, writeTables } from "../write";
import { findTables } from "./find-tables";

export interface Parts {
  readonly globalRoles: boolean;
  readonly types: boolean;
}

export function partsOf(viewer: Viewer): Parts {
  const may = (right: "permission.administer" | "type.administer") => decideGlobal(actorOf(viewer), right).allowed;
  return { globalRoles: may("permission.administer"), types: may("type.administer") };
}

export function partOf(tables: Tables, parts: Parts): WritableTables {
  return { globalRoles: parts.globalRoles ? tables.globalRoles : null, types: parts.types ? tables.types : null };
}

/** Null without the right to administer either part. */
export async function findExport(viewer: Viewer, read: Reader = viewer.portal.store.reader): Promise<string | null> {
  const parts = partsOf(viewer);
  if (!parts.globalRoles && !parts.types) return null;
  return writeTables(partOf((await findTables(read)).tables, parts));
}
