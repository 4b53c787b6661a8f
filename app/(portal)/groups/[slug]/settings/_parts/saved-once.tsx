"use client";
/** Says that the settings were saved; not while the form only asks whether it should. */
import { useFormAnswer } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";

export function SavedOnce() {
  const answer = useFormAnswer();
  return answer?.ok && !answer.data ? <Notice tone="success" role="status" title="Saved." /> : null;
}
