/** Whom a save of site-wide rights, or a deleted role, removed from what, and a way to add them again. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { addAgainAction } from "@/lib/members/actions";
import { type Ended, findEnded } from "@/lib/members/queries/list-ended";
import { currentViewer } from "@/lib/session/current";
import { numberWords } from "../../../../../_parts/count-words";
import { groupPath, withQuery } from "../../../../../_parts/paths";
import { ADMIN } from "../../../../_parts/crumbs";

export const metadata: Metadata = { title: "Removed from groups" };

type Props = { params: Promise<{ request: string }> };

const TABLE = { label: "Site-wide permissions", href: withQuery("/admin/people/permissions", {}) };

const WITH_THE_RIGHT =
  "Giving the right back does not bring memberships back. Here they can be added again, each as far as you may add people to that group; roles that they had in it do not come back.";
const WITHOUT_THE_ROLE =
  "What was deleted is gone for good, and memberships do not come back by themselves. Here people can be added again, each as far as you may add people to that group and the group still takes them; roles that they had in it do not come back.";

/** A file can change rights and delete roles at once; which of it removed whom stands in the log. */
function titleOf({ roles, rights }: Ended): string {
  if (roles.length === 0 || rights) return "Removed by a save";
  return `Removed with the ${roles.length === 1 ? "role" : "roles"} ${new Intl.ListFormat("en").format(roles)}`;
}

export default async function EndedPage({ params }: Props) {
  const { request } = await params;
  const ended = await findEnded(await currentViewer(), request);
  if (!ended) notFound();
  const { people, groups, memberships, missing, shown } = ended;
  const more = memberships - shown.length;
  return (
    <>
      <PageHeader
        crumbs={[ADMIN, TABLE]}
        title={titleOf(ended)}
        lead={`${numberWords(people, "person", "people")} ${people === 1 ? "was" : "were"} removed from ${numberWords(groups, "group")}, each of them told so.`}
      />
      <div className="grid grid-cols-1 gap-8">
        <ActionForm
          action={addAgainAction}
          label="Add them again"
          className="grid max-w-prose justify-items-start gap-4"
        >
          <p>{ended.roles.length > 0 ? WITHOUT_THE_ROLE : WITH_THE_RIGHT}</p>
          <input type="hidden" name="request" value={request} />
          {missing > 0 ? (
            <SubmitButton>
              {missing === 1 ? "Add one person again" : `Begin ${missing.toLocaleString("en")} memberships again`}
            </SubmitButton>
          ) : (
            <p className="font-semibold">Everybody who stands here is in again.</p>
          )}
        </ActionForm>
        <Table
          caption="Memberships that ended"
          columns={[{ label: "Person" }, { label: "Group", words: true }, { label: "Now", words: true }]}
          rows={shown.map(({ account, person, group, groupName, back }) => ({
            key: `${account} ${group}`,
            cells: [
              person,
              <TextLink key="group" href={groupPath(group)}>
                {groupName}
              </TextLink>,
              back ? "in again" : "not in",
            ],
          }))}
        />
        {more > 0 ? <p className="text-sm text-muted">and {more.toLocaleString("en")} more.</p> : null}
      </div>
    </>
  );
}
