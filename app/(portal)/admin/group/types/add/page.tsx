/** A new type: from nothing, from one of the common ways, or as another type is. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-input";
import { createTypeAction } from "@/lib/group-types/actions";
import { findStarts } from "@/lib/group-types/queries/find-starts";
import { currentViewer } from "@/lib/session/current";
import { ADMIN, TYPES } from "../../../_parts/crumbs";
import { LabelAndName } from "../../../_parts/label-and-name";
import { StartFields } from "./_parts/start-fields";

export const metadata: Metadata = { title: "New group type" };

export default async function AddTypePage() {
  const starts = await findStarts(await currentViewer());
  if (!starts) notFound();
  return (
    <div className="column">
      <PageHeader
        crumbs={[ADMIN, TYPES]}
        title="New group type"
        lead="Everything but the machine name can be changed later."
      />
      <ActionForm action={createTypeAction} label="New group type">
        <LabelAndName
          label="Name"
          hint="As people read it, such as “Corporation” or “Book club”."
          field="name"
          nameHint="It stands in addresses and in the log, and never changes."
        />
        <TextArea
          name="description"
          label="What groups of it are for"
          hint="Shown to whoever creates a group."
          maxLength={2000}
          optional
        />
        <StartFields starts={starts} />
        <SubmitButton>Create type</SubmitButton>
      </ActionForm>
    </div>
  );
}
