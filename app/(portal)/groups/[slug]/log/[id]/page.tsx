/** One line of a group's log, at an address of its own. */
import { notFound } from "next/navigation";
import { findGroupEntry } from "@/lib/audit/queries/find-entry";
import { currentViewer } from "@/lib/session/current";
import { EntryBody } from "../../../../_parts/log/entry-body";
import { Said } from "../../../../_parts/log/said";
import { groupPath } from "../../../../_parts/paths";
import { foundGroup, titled } from "../../_parts/found";
import { GroupFrame } from "../../_parts/group-frame";

type Props = { params: Promise<{ slug: string; id: string }> };

export const generateMetadata = ({ params }: Props) => titled(params, "A line of the log");

export default async function GroupEntryPage({ params }: Props) {
  const group = await foundGroup(params);
  const entry = await findGroupEntry(await currentViewer(), group.slug, (await params).id);
  if (!entry) notFound();
  return (
    <GroupFrame group={group} tab="log">
      <div className="column grid gap-5">
        <h2 className="text-xl text-balance">
          <Said line={entry.line} linked={false} />
        </h2>
        <EntryBody entry={entry} base={groupPath(group.slug, "/log")} />
      </div>
    </GroupFrame>
  );
}
