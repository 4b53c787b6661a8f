/** What came of one change belongs together. */
import type { NoticeLine } from "@/lib/notices/queries";

export type Change = readonly [NoticeLine, ...NoticeLine[]];

/** Lines of one change lie side by side, since they came at the same time. */
export function changesOf(lines: readonly NoticeLine[]): Change[] {
  const changes: [NoticeLine, ...NoticeLine[]][] = [];
  for (const line of lines) {
    const last = changes.at(-1);
    if (last?.[0].requestId === line.requestId) last.push(line);
    else changes.push([line]);
  }
  return changes;
}
