/** What the columns of a type are called away from its table, by name. */
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { findColumnTitles } from "../commands/column-titles";

/** Empty without the right to administer types. */
export async function listColumnTitles(viewer: Viewer, type: string): Promise<ReadonlyMap<string, string>> {
  if (!decideGlobal(viewer, "type.administer").allowed) return new Map();
  return findColumnTitles(viewer.portal.store.reader, type);
}
