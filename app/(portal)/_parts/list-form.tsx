"use client";
/** One form for all rows of a list: their buttons name it, and it says what came of them. No script per row. */
import { type ReactNode, useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import type { Result } from "@/lib/action/result";

type Props = {
  /** named by the buttons: `<button type="submit" form={id} name="group" value="…">` */
  id: string;
  action: (before: unknown, form: FormData) => Promise<Result>;
  /** hidden fields that all rows share */
  children?: ReactNode;
};

export function ListForm({ id, action, children }: Props) {
  const [result, send, pending] = useActionState(action, null);
  return (
    <>
      <form
        id={id}
        action={send}
        className="hidden"
        onSubmit={(event) => {
          if (pending) event.preventDefault();
        }}
      >
        {children}
      </form>
      {result?.ok === false ? <Notice tone="danger" role="alert" title={result.message} /> : null}
      {result?.ok && result.message ? <Notice tone="success" role="status" title={result.message} /> : null}
    </>
  );
}
