/** Controls that answer one question together. */
import type { ReactNode } from "react";
import { FieldError } from "./field";

type Props = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** where an error's link leads */
  id?: string;
  children: ReactNode;
  className?: string;
};

export function Fieldset({ legend, hint, error, id, children, className = "" }: Props) {
  const described = [hint && id ? `${id}-hint` : "", error && id ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={id ? -1 : undefined} aria-describedby={described || undefined} className={className}>
      <legend className="mb-1 font-serif text-lg">{legend}</legend>
      {hint ? (
        <p id={id ? `${id}-hint` : undefined} className="mb-3 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <div className="grid gap-3">{children}</div>
      {error ? (
        <div className="mt-2">
          <FieldError id={`${id ?? "set"}-error`}>{error}</FieldError>
        </div>
      ) : null}
    </fieldset>
  );
}
