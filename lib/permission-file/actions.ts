"use server";
import { formAction } from "@/lib/action";
import { uploadFile } from "./commands/upload-file";
import { uploadForm } from "./schema";
import { APPLY_SENTENCES } from "./sentences";

/** `data.kind` other than `applied` means that nothing was changed yet: it says what to look at first. */
export const uploadPermissionFileAction = formAction(uploadForm, uploadFile, {
  says: APPLY_SENTENCES,
  files: { file: "text" },
  redirectTo: (data) => (data?.kind === "applied" ? `/admin/group/types?applied=${data.changes}` : null),
});
