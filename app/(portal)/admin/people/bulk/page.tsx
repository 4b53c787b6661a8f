/** Several accounts at once: whom it concerns and what would follow, before anything is done. */
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { listChosen } from "@/lib/people/queries/list-chosen";
import { previewBulk } from "@/lib/people/queries/preview-bulk";
import { bulkVerb } from "@/lib/people/schema-accounts";
import { BULK_SENTENCES } from "@/lib/people/sentences-accounts";
import { currentViewer } from "@/lib/session/current";
import { withChosen } from "../../../_parts/chosen";
import { one } from "../../../_parts/paths";
import { ADMIN, PEOPLE } from "../../_parts/crumbs";
import { askedFrom, peoplePath } from "../_parts/asked";
import { chosenFrom } from "./_parts/chosen";
import { Review } from "./_parts/review";
import { titleOf } from "./_parts/words";

export const metadata: Metadata = { title: "Several people at once" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BulkPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const query = await searchParams;
  const choice = chosenFrom(query);
  const list = withChosen(peoplePath(askedFrom(query)), choice.all ? [] : choice.who);
  const back = <ButtonLink href={list}>Back to the list</ButtonLink>;
  const verb = bulkVerb(one(query.do));
  const preview = verb ? await previewBulk(viewer, verb, choice) : null;
  if (!verb || !preview || preview.chosen === 0) {
    if (!(await listChosen(viewer, { all: false, who: [] }))) notFound();
    return (
      <Frame title="Several people at once" list={list}>
        <EmptyState title="Nothing to do yet" actions={back}>
          <p>Tick some people in the list, choose what to do, and this page says what would follow.</p>
        </EmptyState>
      </Frame>
    );
  }
  return (
    <Frame title={titleOf(verb, preview)} list={list}>
      {preview.tooMany ? (
        <Notice tone="warning" title={BULK_SENTENCES["too-many"]} actions={back} />
      ) : (
        <Review wish={one(query.do) ?? ""} verb={verb} preview={preview} choice={choice} back={back} />
      )}
    </Frame>
  );
}

function Frame({ title, list, children }: { title: string; list: Route; children: ReactNode }) {
  return (
    <>
      <PageHeader crumbs={[ADMIN, { ...PEOPLE, href: list }]} title={title} />
      <div className="grid max-w-prose grid-cols-1 gap-8">{children}</div>
    </>
  );
}
