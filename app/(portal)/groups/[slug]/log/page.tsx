/** What was done in a group, newest first, for those who may read its log. */
import { notFound } from "next/navigation";
import type { LogLine } from "@/lib/audit/line";
import { listGroupLog } from "@/lib/audit/queries/list-log";
import { currentViewer } from "@/lib/session/current";
import { type AskedLog, askedFrom } from "../../../_parts/log/asked";
import { LogBody } from "../../../_parts/log/log-page";
import { groupPath } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Log");

export default async function GroupLogPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const base = groupPath(group.slug, "/log");
  const asked = askedFrom(await searchParams, base);
  const page = await listGroupLog(await currentViewer(), group.slug, asked, { after: asked.after });
  if (!page) notFound();
  const meant = { ...namedBy(page.lines, asked), group: null };
  return (
    <GroupFrame group={group} tab="log">
      <LogBody base={base} asked={asked} page={page} meant={meant} types={[]} />
    </GroupFrame>
  );
}

/** Whoever is asked for is called as the first line of theirs calls them. */
function namedBy(lines: readonly LogLine[], asked: AskedLog) {
  const named = (key: "person" | "actor") => {
    const found = lines.find((line) => line[key]?.id === asked[key])?.[key];
    return found ? { ...found, candidates: [] } : null;
  };
  return { person: named("person"), actor: named("actor") };
}
