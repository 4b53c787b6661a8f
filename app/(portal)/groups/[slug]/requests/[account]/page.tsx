/** One request, with room for a reason. */
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Time } from "@/app/_ui/time";
import { decideRequestAction } from "@/lib/requests/actions";
import { findRequestMeaning } from "@/lib/requests/meaning";
import { findGroupRequest, type ReviewLine } from "@/lib/requests/queries";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../../_parts/paths";
import { Waited } from "../../../../requests/_parts/waited";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { Meaning } from "../_parts/meaning";

type Props = { params: Promise<{ slug: string; account: string }>; searchParams: GroupProps["searchParams"] };

export const generateMetadata = ({ params }: Props) => titled(params, "Request");

export default async function RequestPage({ params }: Props) {
  const group = await foundGroup(params);
  const viewer = await currentViewer();
  const { account } = await params;
  const request = await findGroupRequest(viewer, group.slug, account);
  if (!request) notFound();
  const meaning = await findRequestMeaning(viewer, group.slug, account);
  return (
    <div className="column">
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Requests", href: groupPath(group.slug, "/requests") },
        ]}
        title={`${request.account.name} asks to ${request.kind}`}
        lead={
          <>
            <Time at={request.madeAt} />
            {request.byLink ? ", by a join link" : ""}
          </>
        }
        badges={<Waited days={request.days} />}
      />
      <div className="grid gap-6">
        {request.note ? (
          <blockquote className="border-l-2 border-edge pl-4 whitespace-pre-line">{request.note}</blockquote>
        ) : (
          <p className="text-muted">They left no note.</p>
        )}
        {meaning ? <Meaning group={group} meaning={meaning} name={request.account.name} /> : null}
        {request.own ? (
          <Notice title="This request is your own. Somebody else in charge answers it." />
        ) : (
          <AnswerForm request={request} />
        )}
      </div>
    </div>
  );
}

function AnswerForm({ request }: { request: ReviewLine }) {
  return (
    <ActionForm action={decideRequestAction}>
      <input type="hidden" name="group" value={request.group.slug} />
      <input type="hidden" name="account" value={request.account.id} />
      <input type="hidden" name="kind" value={request.kind} />
      <ReasonField hint={`${request.account.name} reads it, and it stands in the log.`} rows={3} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="verdict" value="approve">
          Approve
        </SubmitButton>
        <SubmitButton name="verdict" value="reject" variant="danger">
          Reject
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
