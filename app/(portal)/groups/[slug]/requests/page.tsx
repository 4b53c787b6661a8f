import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { decideFromListAction } from "@/lib/requests/actions";
import { listGroupRequests } from "@/lib/requests/queries";
import { DECIDE_SENTENCES } from "@/lib/requests/sentences";
import { currentViewer } from "@/lib/session/current";
import { ListForms } from "../../../_parts/list-form";
import { groupPath, one } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { RequestRow } from "./_parts/request-row";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Requests");

export default async function RequestsPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const after = one(query.after);
  const viewer = await currentViewer();
  const page = await listGroupRequests(viewer, group.slug, after);
  if (!page) notFound();
  return (
    <GroupFrame group={group} tab="requests">
      <div className="grid gap-4">
        <ListForms forms={[{ id: "decide", action: decideFromListAction }]} />
        <Done word={one(query.done)} />
        {group.may.decideRequests ? null : (
          <p className="text-sm text-muted">This group is restricted: only a site owner answers its requests.</p>
        )}
        {page.lines.length > 0 ? (
          <List label="Requests">
            {page.lines.map((line) => (
              <RequestRow
                key={line.id}
                line={line}
                mayDecide={group.may.decideRequests}
                profiles={mayViewProfiles(viewer)}
              />
            ))}
          </List>
        ) : (
          <EmptyState title="Nobody is waiting">
            <p>Whoever asks to join or to leave stands here until somebody answers.</p>
          </EmptyState>
        )}
      </div>
      <Pager
        of="requests"
        previous={after ? groupPath(group.slug, "/requests") : undefined}
        next={page.next ? groupPath(group.slug, "/requests", { after: page.next }) : undefined}
      />
    </GroupFrame>
  );
}

function Done({ word }: { word: string | undefined }) {
  const said = word === "approved" || word === "rejected" ? DECIDE_SENTENCES[word] : null;
  return said ? <Notice tone="success" role="status" title={said} /> : null;
}
