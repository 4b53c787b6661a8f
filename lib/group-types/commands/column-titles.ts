import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { ColumnKind } from "@/lib/policy/facts";
import { columnTitle } from "../sentences";

/** What the columns of a type are called, by name. For those who may administer types. */
export async function findColumnTitles(read: Reader, type: string): Promise<Map<string, string>> {
  const rows = await read.rows<{ name: string; kind: ColumnKind; label: string }>(sql`
    select c.name, c.kind, c.label from group_role c where c.type = ${type}`);
  return new Map(rows.map((column) => [column.name, columnTitle(column)]));
}
