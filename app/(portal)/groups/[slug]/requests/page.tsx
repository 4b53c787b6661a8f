/** Who waits for an answer in one group. */
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { decideFromListAction } from "@/lib/requests/actions";
import { countLettingGo } from "@/lib/requests/meaning";
import { currentMoment, listGroupRequests } from "@/lib/requests/queries";
import { DECIDE_SENTENCES } from "@/lib/requests/sentences";
import { currentViewer } from "@/lib/session/current";
import { ListForms } from "../../../_parts/list-form";
import { groupPath, one } from "../../../_parts/paths";
import { askedFrom, isNarrowed, saidOf } from "../../../requests/_parts/asked";
import { DecideMany } from "../../../requests/_parts/decide-many";
import { Narrow } from "../../../requests/_parts/narrow";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { RequestRow } from "./_parts/request-row";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Requests");

export default async function RequestsPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const query = await searchParams;
  const asked = { ...askedFrom(query), group: null };
  const viewer = await currentViewer();
  const page = await listGroupRequests(viewer, group.slug, asked);
  if (!page) notFound();
  const path = groupPath(group.slug, "/requests");
  const { decideRequests: mayDecide } = group.may;
  const more = page.next !== null || Boolean(asked.after);
  const at = more ? await currentMoment(viewer) : null;
  const none = page.lines.every(({ own }) => own);
  const letting = mayDecide ? await countLettingGo(viewer, page.lines) : null;
  return (
    <GroupFrame group={group} tab="requests">
      <div className="grid grid-cols-1 gap-5">
        <ListForms forms={[{ id: "decide", action: decideFromListAction }]} />
        <Done word={one(query.done)} />
        {mayDecide ? null : (
          <p className="text-sm text-muted">This group is restricted: only a site owner answers its requests.</p>
        )}
        {page.lines.length > 0 || isNarrowed(asked) ? <Narrow path={path} asked={asked} /> : null}
        {page.lines.length > 0 ? (
          <List label="Requests">
            {page.lines.map((line) => (
              <RequestRow key={line.id} line={line} mayDecide={mayDecide} profiles={mayViewProfiles(viewer)} />
            ))}
          </List>
        ) : (
          <Nobody narrowed={isNarrowed(asked)} slug={group.slug} />
        )}
        {mayDecide ? (
          <DecideMany asked={{ ...asked, group: group.slug }} at={at} more={more} letting={letting} none={none} />
        ) : null}
        <p className="text-sm">
          <TextLink href={groupPath(group.slug, "/requests/history")}>How earlier requests ended</TextLink>
        </p>
      </div>
      <Pager
        of="requests"
        previous={asked.after ? groupPath(group.slug, "/requests", saidOf({ ...asked, after: null })) : undefined}
        next={page.next ? groupPath(group.slug, "/requests", saidOf({ ...asked, after: page.next })) : undefined}
      />
    </GroupFrame>
  );
}

function Nobody({ narrowed, slug }: { narrowed: boolean; slug: string }) {
  if (narrowed)
    return (
      <EmptyState title="No request fits">
        <p>
          Nobody waits who fits this. <TextLink href={groupPath(slug, "/requests")}>Show all that wait</TextLink>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nobody is waiting">
      <p>Whoever asks to join or to leave stands here until somebody answers.</p>
    </EmptyState>
  );
}

function Done({ word }: { word: string | undefined }) {
  const said = word === "approved" || word === "rejected" ? DECIDE_SENTENCES[word] : null;
  return said ? <Notice tone="success" role="status" title={said} /> : null;
}
