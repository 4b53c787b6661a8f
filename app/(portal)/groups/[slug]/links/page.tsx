import { Link2 } from "lucide";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Icon } from "@/app/_ui/icon";
import { List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { pauseJoinLinkAction, resumeJoinLinkAction } from "@/lib/join-links/actions";
import { listLinks } from "@/lib/join-links/queries";
import { currentViewer } from "@/lib/session/current";
import { ListForms } from "../../../_parts/list-form";
import { groupPath, one } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { LinkRow } from "./_parts/link-row";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Join links");

export default async function LinksPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const { slug } = group;
  const after = one((await searchParams).after);
  const page = await listLinks(await currentViewer(), slug, after);
  if (!page) notFound();
  return (
    <GroupFrame
      group={group}
      tab="links"
      actions={
        <ButtonLink href={groupPath(slug, "/links/new")}>
          <Icon of={Link2} /> New link
        </ButtonLink>
      }
    >
      <div className="grid gap-4">
        {group.flags.internal ? (
          <Notice tone="warning" title="This group is internal: its links let nobody in while it is." />
        ) : null}
        <ListForms
          forms={[
            { id: "pause", action: pauseJoinLinkAction },
            { id: "resume", action: resumeJoinLinkAction },
          ]}
        >
          <input type="hidden" name="group" value={slug} />
        </ListForms>
        {page.lines.length > 0 ? (
          <List label="Join links">
            {page.lines.map((link) => (
              <LinkRow key={link.id} slug={slug} link={link} />
            ))}
          </List>
        ) : (
          <EmptyState title="No links yet">
            <p>
              A join link shows its holder the way in, also into a hidden group. It replaces no right and no approval,
              and can be paused or revoked at any time.
            </p>
          </EmptyState>
        )}
      </div>
      <Pager
        of="links"
        previous={after ? groupPath(slug, "/links") : undefined}
        next={page.next ? groupPath(slug, "/links", { after: page.next }) : undefined}
      />
    </GroupFrame>
  );
}
