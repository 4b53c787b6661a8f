/** What a change to many groups would bring about, in numbers and group by group; only from here is it made. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { changeFrom, wordsOf } from "@/lib/groups/change-of";
import { findOverviewChoices } from "@/lib/groups/queries/find-overview-choices";
import { listOverviewAddresses, MOST_CHOSEN } from "@/lib/groups/queries/list-overview";
import { previewChanges } from "@/lib/groups/queries/preview-changes";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";
import { withChosen } from "../../../_parts/chosen";
import { numberWords } from "../../../_parts/count-words";
import { one } from "../../../_parts/paths";
import { ADMIN, GROUPS } from "../../_parts/crumbs";
import { askedFrom, overviewPath } from "../_parts/asked";
import { ChangeForm } from "./_parts/change-form";

export const metadata: Metadata = { title: "Change groups" };

type Query = Readonly<Record<string, string | string[] | undefined>>;

export default async function ChangeGroupsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await currentViewer();
  const query = await searchParams;
  const choices = await findOverviewChoices(viewer);
  if (!choices) notFound();
  const where = askedFrom(Object.fromEntries(new URLSearchParams(one(query.where) ?? "")));
  const back = withChosen(overviewPath({ ...where, after: one(query.after) ?? null }), tickedIn(query));
  const change = changeFrom(one(query.change));
  const chosen = change ? await chosenOf(viewer, query, where) : [];
  const preview = change && chosen.length > 0 ? await previewChanges(viewer, chosen, change) : null;
  if (!change || !preview || preview.rows.length === 0) {
    return (
      <NothingChosen why={change ? "Tick some groups first." : "Choose what to do with them first."} back={back} />
    );
  }
  const words = wordsOf(change, Object.fromEntries(choices.roles.map(({ name, label }) => [name, label])));
  const going = preview.rows.filter(({ goes }) => goes).length;
  return (
    <>
      <PageHeader
        crumbs={[ADMIN, { ...GROUPS, href: back }]}
        title={`${words.title(numberWords(going, "group"))}?`}
        lead={going === 1 ? words.ofOne : words.meaning}
      />
      {chosen.length === MOST_CHOSEN ? (
        <p className="mb-6 text-sm text-muted">
          These are the first {MOST_CHOSEN.toLocaleString("en")} that fit. Do the others after them.
        </p>
      ) : null}
      <ChangeForm
        preview={preview}
        change={one(query.change) ?? ""}
        go={words.title(numberWords(going, "group"))}
        back={back}
      />
    </>
  );
}

/** The groups that were ticked, or with `all` those that fit. */
async function chosenOf(viewer: Viewer, query: Query, where: ReturnType<typeof askedFrom>): Promise<readonly string[]> {
  return one(query.all) ? ((await listOverviewAddresses(viewer, where)) ?? []) : tickedIn(query);
}

const tickedIn = ({ group = [] }: Query): readonly string[] => [group].flat().slice(0, MOST_CHOSEN);

function NothingChosen({ why, back }: { why: string; back: ReturnType<typeof overviewPath> }) {
  return (
    <>
      <PageHeader crumbs={[ADMIN, { ...GROUPS, href: back }]} title="Change groups" />
      <EmptyState
        title="There is nothing to change yet"
        actions={<ButtonLink href={back}>Back to the list</ButtonLink>}
      >
        <p>{why}</p>
      </EmptyState>
    </>
  );
}
