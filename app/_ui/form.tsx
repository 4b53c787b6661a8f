"use client";
/**
 * A real form around a server action: it posts without script too, shows what was refused at the field,
 * and keeps what was typed. Controls inside find their own error and value by name.
 */
import { createContext, type ReactNode, useActionState, useContext } from "react";
import { FormErrors } from "./form-errors";
import { usePressed } from "./pressed";

/** What a form action answers. `typed` is what came in, to be shown again. */
export type FormAnswer =
  | { ok: true; data?: unknown }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Readonly<Record<string, string>>;
      typed?: Readonly<Record<string, string | readonly string[]>>;
    };

export type FormAction = (before: FormAnswer | null, form: FormData) => Promise<FormAnswer | null>;

const Answer = createContext<FormAnswer | null>(null);

type Props = {
  action: FormAction;
  children: ReactNode;
  className?: string;
  id?: string;
  /** said above the form when the action answered `ok` and the page stayed */
  done?: ReactNode;
  /** the accessible name, where no heading gives one */
  label?: string;
};

export function ActionForm({ action, children, className = "grid gap-6", id, done, label }: Props) {
  const [answer, send, pending] = useActionState(action, null);
  const onSubmit = usePressed(pending);
  // A preview that was asked for is an answer without an error: whoever shows it says so.
  const refused = answer && !answer.ok && answer.code !== "preview" ? answer : null;
  return (
    <Answer value={answer}>
      <form action={send} onSubmit={onSubmit} className={className} id={id} aria-label={label} noValidate>
        {refused ? <FormErrors message={refused.message} fields={refused.fields} /> : null}
        {answer?.ok && done ? <div role="status">{done}</div> : null}
        {children}
      </form>
    </Answer>
  );
}

/** The last answer itself, for what a form shows instead of its controls once it was answered. */
export function useFormAnswer(): FormAnswer | null {
  return useContext(Answer);
}

/** What the last answer says about the control `name`: its error, and what was typed in it. */
export function useFormField(name: string): { error?: string; typed?: string; chosen?: readonly string[] } {
  const answer = useContext(Answer);
  if (!answer || answer.ok) return {};
  const value = answer.typed?.[name];
  const chosen = value === undefined ? (answer.typed ? [] : undefined) : typeof value === "string" ? [value] : value;
  return { error: answer.fields?.[name], typed: chosen?.[0], chosen };
}
