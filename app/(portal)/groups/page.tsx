import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SearchBox } from "@/app/_ui/search-box";
import { mayCreateAny } from "@/lib/groups/queries/find-creating";
import { listDirectory } from "@/lib/groups/queries/list-directory";
import { currentViewer } from "@/lib/session/current";
import { GroupRow } from "../_parts/group-row";
import { GroupsTabs } from "../_parts/groups-tabs";
import { signInPath, withQuery } from "../_parts/paths";
import { toldApart } from "../_parts/told-apart";
import { VerbForms } from "../_parts/verb";
import { type Asked, askedFrom, directoryPath } from "./_parts/asked";
import { Narrow } from "./_parts/narrow";
import { NothingFound } from "./_parts/nothing-found";

export const metadata: Metadata = { title: "Groups" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DirectoryPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = askedFrom(query);
  const viewer = await currentViewer();
  const found = await listDirectory(viewer, asked);
  if (found.kind !== "list") redirect(found.kind === "mine" ? withQuery("/my-groups", {}) : signInPath("/groups"));
  const apart = toldApart(found.lines);
  const narrowed = Boolean(asked.q || asked.type || asked.can);
  return (
    <>
      <PageHeader
        title="Groups"
        lead="Everything that you can see here, and what you can do with it."
        actions={mayCreateAny(viewer) ? <NewGroup /> : null}
      />
      <GroupsTabs viewer={viewer} current="/groups" />
      <div className="grid grid-cols-1 gap-5">
        {query.deleted === "1" ? (
          <Notice tone="success" role="status" title="The group is deleted. Its log stays." />
        ) : null}
        <Search asked={asked} />
        <Narrow viewer={viewer} asked={asked} plain={query.plain === "1"} />
        <VerbForms />
        {found.lines.length > 0 ? (
          <List label="Groups">
            {found.lines.map((line) => (
              <GroupRow key={line.slug} line={line} addressed={apart.has(line.slug)} />
            ))}
          </List>
        ) : (
          <NothingFound viewer={viewer} asked={asked} narrowed={narrowed} />
        )}
      </div>
      <Pager
        of="groups"
        previous={asked.after ? directoryPath({ ...asked, after: null }) : undefined}
        next={found.next ? directoryPath({ ...asked, after: found.next }) : undefined}
      />
    </>
  );
}

function NewGroup() {
  return <ButtonLink href="/groups/new">New group</ButtonLink>;
}

function Search({ asked }: { asked: Asked }) {
  return (
    <SearchBox
      action="/groups"
      label="Search groups"
      placeholder="A name, or a word from the description"
      defaultValue={asked.q ?? undefined}
      keep={{ type: asked.type ?? undefined, can: asked.can ?? undefined }}
      clear={directoryPath({ ...asked, q: null, after: null })}
    />
  );
}
