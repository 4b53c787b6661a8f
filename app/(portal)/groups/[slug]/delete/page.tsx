/** What goes with a group, before it goes. */
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Facts } from "@/app/_ui/facts";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { deleteGroupAction } from "@/lib/groups/actions";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import { type Deleting, goingText, previewDeleting } from "@/lib/groups/queries/preview-deleting";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../_parts/paths";
import { ConsequencesList } from "../_parts/consequences-list";
import { foundGroup, type GroupProps, titled } from "../_parts/found";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Delete");

export default async function DeletePage({ params }: GroupProps) {
  const { slug, name } = await foundGroup(params);
  const deleting = await previewDeleting(await currentViewer(), slug);
  if (!deleting) notFound();
  const { counts } = deleting;
  return (
    <div className="column">
      <PageHeader
        crumbs={[
          { label: name, href: groupPath(slug) },
          { label: "Settings", href: groupPath(slug, "/settings") },
        ]}
        title={`Delete ${name}?`}
        lead="This cannot be undone. What stays is the log."
      />
      <div className="grid gap-8">
        <Facts facts={factsOf(deleting)} />
        {counts && touchesPeople(counts) ? <ConsequencesList counts={counts} /> : null}
        <ActionForm action={deleteGroupAction}>
          <input type="hidden" name="group" value={slug} />
          <input type="hidden" name="seen" value={goingText(deleting)} />
          <ReasonField told />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pendingLabel="Deleting…">
              Delete {name}
            </SubmitButton>
            <ButtonLink href={groupPath(slug, "/settings")} variant="plain">
              Keep it
            </ButtonLink>
          </div>
        </ActionForm>
      </div>
    </div>
  );
}

function factsOf({ members, leaders, requests, links, posts }: Deleting) {
  const counted = (count: number) => count.toLocaleString("en");
  return [
    { name: "Members, who are told", value: counted(members) },
    { name: "Leaders", value: counted(leaders) },
    { name: "Waiting requests", value: counted(requests) },
    { name: "Join links that work or could", value: counted(links) },
    { name: "Posts", value: counted(posts) },
  ];
}
