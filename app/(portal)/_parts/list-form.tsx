"use client";
/** The forms of a list: the buttons of its rows name one, and what came of it is said above. No script per row. */
import { type ReactNode, useActionState, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import { usePressed } from "@/app/_ui/pressed";
import type { Result } from "@/lib/action/result";

export interface ListAction {
  /** named by the buttons: `<button type="submit" form={id} name="group" value="…">` */
  readonly id: string;
  readonly action: (before: unknown, form: FormData) => Promise<Result>;
}

type Props = {
  forms: readonly ListAction[];
  /** hidden fields that all rows share */
  children?: ReactNode;
};

/** Only the last answer is said, so that two buttons pressed in turn do not leave two. */
export function ListForms({ forms, children }: Props) {
  const [last, setLast] = useState<string | null>(null);
  return forms.map((form) => (
    <ListForm key={form.id} form={form} quiet={last !== null && last !== form.id} onSend={setLast}>
      {children}
    </ListForm>
  ));
}

type FormProps = { form: ListAction; quiet: boolean; onSend: (id: string) => void; children: ReactNode };

function ListForm({ form: { id, action }, quiet, onSend, children }: FormProps) {
  const [result, send, pending] = useActionState(action, null);
  const onPress = usePressed(pending);
  return (
    <>
      <form
        id={id}
        action={send}
        className="hidden"
        onSubmit={(event) => {
          onPress(event);
          if (!pending) onSend(id);
        }}
      >
        {children}
      </form>
      {pending ? (
        <p role="status" className="sr-only">
          One moment…
        </p>
      ) : null}
      {result && !quiet && !pending ? <Said result={result} /> : null}
    </>
  );
}

function Said({ result }: { result: Result }) {
  if (!result.ok) return <Notice tone="danger" role="alert" title={result.message} />;
  return result.message ? <Notice tone="success" role="status" title={result.message} /> : null;
}
