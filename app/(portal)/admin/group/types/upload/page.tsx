/** Permissions as a file: what it would change is shown first, then it is applied, all or nothing. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { listTypes } from "@/lib/group-types/queries/list-types";
import { uploadPermissionFileAction } from "@/lib/permission-file/actions";
import { currentViewer } from "@/lib/session/current";
import { ADMIN, TYPES } from "../../../_parts/crumbs";
import { UploadFields } from "./_parts/upload-fields";

export const metadata: Metadata = { title: "Permissions from a file" };

export default async function UploadPage() {
  if (!(await listTypes(await currentViewer()))) notFound();
  return (
    <div className="column">
      <PageHeader
        crumbs={[ADMIN, TYPES]}
        title="Permissions from a file"
        lead="A file as it is downloaded from the list of types, changed to what it should be. Nothing is changed before you have seen what that is."
      />
      <ActionForm action={uploadPermissionFileAction} label="Permissions from a file">
        <UploadFields />
      </ActionForm>
    </div>
  );
}
