/** Whom a save of site-wide rights removed from what, and a way to add them again. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { addAgainAction } from "@/lib/members/actions";
import { findEnded } from "@/lib/members/queries/list-ended";
import { currentViewer } from "@/lib/session/current";
import { numberWords } from "../../../../../_parts/count-words";
import { groupPath, withQuery } from "../../../../../_parts/paths";
import { ADMIN } from "../../../../_parts/crumbs";

export const metadata: Metadata = { title: "Removed by a save" };

type Props = { params: Promise<{ request: string }> };

const TABLE = { label: "Site-wide permissions", href: withQuery("/admin/people/permissions", {}) };

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
        title="Removed by a save"
        lead={`${numberWords(people, "person", "people")} ${people === 1 ? "was" : "were"} removed from ${numberWords(groups, "group")}, each of them told so.`}
      />
      <div className="grid grid-cols-1 gap-8">
        <ActionForm
          action={addAgainAction}
          label="Add them again"
          className="grid max-w-prose justify-items-start gap-4"
        >
          <p>
            Giving the right back does not bring memberships back. Here they can be added again, each as far as you may
            add people to that group; roles that they had in it do not come back.
          </p>
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
