/** Accounts, by name: who they are, what they hold, and whether they may come in. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SearchBox } from "@/app/_ui/search-box";
import { TextLink } from "@/app/_ui/text-link";
import { listPeople } from "@/lib/people/queries/list-people";
import { listGlobalRoles } from "@/lib/permissions/queries/list-global-roles";
import { currentViewer } from "@/lib/session/current";
import { chosenBefore } from "../../_parts/chosen";
import { ADMIN } from "../_parts/crumbs";
import { askedFrom, filterFields, peoplePath } from "./_parts/asked";
import { Narrow } from "./_parts/narrow";
import { PeopleTable } from "./_parts/people-table";

export const metadata: Metadata = { title: "People" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const query = await searchParams;
  const asked = askedFrom(query);
  const page = await listPeople(viewer, asked);
  if (!page) notFound();
  const roles = await listGlobalRoles(viewer);
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="People"
        lead="Every account of this portal, by name. Groups are counted as far as you may know who is in them."
      />
      <div className="grid grid-cols-1 gap-5">
        {query.done === "deleted" ? (
          <Notice tone="success" role="status" title="The account is deleted. The log says what ended with it." />
        ) : null}
        <SearchBox
          action="/admin/people"
          label="Search people"
          placeholder="How a word of the name or address begins"
          defaultValue={asked.q ?? undefined}
          keep={Object.fromEntries(filterFields({ ...asked, q: null }))}
          clear={peoplePath({ ...asked, q: null, after: null })}
        />
        <Narrow asked={asked} roles={roles} />
        {page.lines.length > 0 ? (
          <PeopleTable
            people={page.lines}
            asked={asked}
            roles={roles}
            more={page.next !== null || Boolean(asked.after)}
            chosen={chosenBefore(query)}
          />
        ) : (
          <EmptyState title="Nobody here">
            <p>
              No account fits. <TextLink href={peoplePath({})}>Show everybody</TextLink>
            </p>
          </EmptyState>
        )}
      </div>
      <Pager
        of="people"
        previous={asked.after ? peoplePath({ ...asked, after: null }) : undefined}
        next={page.next ? peoplePath({ ...asked, after: page.next }) : undefined}
      />
    </>
  );
}
