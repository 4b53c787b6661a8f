/** What PostgreSQL did to answer a statement: which relations it read whole, and how many rows each step handled. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Node[];
}

export interface PlanReport {
  /** relations read from end to end */
  readonly scanned: readonly string[];
  /** the most rows that one step over a relation handled, those it threw away included, by relation */
  readonly rows: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

export async function planOf(reader: Reader, statement: SQL): Promise<PlanReport> {
  const [row] = await reader.rows<{ "QUERY PLAN": [{ Plan: Node; "Execution Time": number }] }>(
    sql`explain (analyze, timing off, format json) ${statement}`,
  );
  const [whole] = row?.["QUERY PLAN"] ?? [];
  if (!whole) throw new Error("there is no plan");
  const nodes = flatten(whole.Plan).filter((node) => node["Actual Loops"] > 0);
  const rows: Record<string, number> = {};
  for (const node of nodes) {
    const name = node["Relation Name"];
    if (name) rows[name] = Math.max(rows[name] ?? 0, handled(node));
  }
  const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"] ?? "");
  return { scanned: [...new Set(scanned)].sort(), rows, milliseconds: whole["Execution Time"] };
}

const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

const handled = (node: Node): number =>
  Math.round(node["Actual Loops"] * (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)));
