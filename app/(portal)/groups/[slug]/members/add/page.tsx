/** Adding somebody by their exact name: first who, then as what. The search is a plain address. */
import { notFound } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SearchBox } from "@/app/_ui/search-box";
import { TextLink } from "@/app/_ui/text-link";
import { listPeopleNamed } from "@/lib/members/queries/list-people-named";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { AddForm } from "../_parts/add-form";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Add people");

export default async function AddPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  if (!group.may.addMembers) notFound();
  const who = one((await searchParams).who)?.trim();
  const people = who ? await listPeopleNamed(await currentViewer(), group.slug, who) : null;
  return (
    <div className="column">
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Members", href: groupPath(group.slug, "/members") },
        ]}
        title="Add people"
        lead="By their full name, as they write it here. Whoever is added is told so."
      />
      <div className="grid gap-8">
        <SearchBox
          action={groupPath(group.slug, "/members/add")}
          label="Full name"
          name="who"
          placeholder="Full name"
          defaultValue={who}
        />
        {people?.length === 0 ? (
          <Notice title={`Nobody here is called “${who}”`}>
            <p>Write the whole name. Capitals and accents do not matter.</p>
          </Notice>
        ) : null}
        {who ? null : (
          <p className="text-sm text-muted">
            Several at once?{" "}
            <TextLink href={groupPath(group.slug, "/members/add/many")}>Paste a list, or send a file</TextLink>
          </p>
        )}
        {people && people.length > 0 ? <AddForm group={group} people={people} /> : null}
      </div>
    </div>
  );
}
