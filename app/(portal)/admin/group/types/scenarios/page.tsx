/** Scenarios on the tables as they are, and as they would be with changes that are not saved yet. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { listTypes } from "@/lib/group-types/queries/list-types";
import { tryScenariosAction } from "@/lib/scenario/actions";
import { TRIAL_SENTENCES } from "@/lib/scenario/sentences";
import { changesIn, changeText } from "@/lib/scenario/trial/changes";
import { mayTryScenarios } from "@/lib/scenario/trial/try-scenarios";
import { currentViewer } from "@/lib/session/current";
import { ADMIN, TYPES } from "../../../_parts/crumbs";
import { TrialFields } from "./_parts/trial-fields";
import { Unsaved } from "./_parts/unsaved";

export const metadata: Metadata = { title: "Scenarios" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ScenariosPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!(await listTypes(viewer))) notFound();
  const { change = [] } = await searchParams;
  const changes = changesIn([change].flat());
  return (
    <div className="column">
      <PageHeader
        crumbs={[ADMIN, TYPES]}
        title="Scenarios"
        lead="A scenario says who should be answered what in a small world of its own. Here it runs on the permission tables of this portal, and changes nothing in it."
      />
      <div className="grid grid-cols-1 gap-6">
        {(await mayTryScenarios(viewer.portal)) ? null : <Notice tone="warning" title={TRIAL_SENTENCES["no-room"]} />}
        <Unsaved changes={changes} />
        <ActionForm action={tryScenariosAction} label="Scenarios">
          {changes.map((one) => (
            <input key={changeText(one)} type="hidden" name="change" value={changeText(one)} />
          ))}
          <TrialFields />
        </ActionForm>
      </div>
    </div>
  );
}
