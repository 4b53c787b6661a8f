/** Label, hint and error around one control, tied together for eyes, ears and keyboards. */
import type { ReactNode } from "react";

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  /** the control's id; unique on the page */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** most fields are wanted, so the others say so */
  optional?: boolean;
  /** the label is for ears only */
  quiet?: boolean;
  children: (wiring: Wiring) => ReactNode;
  className?: string;
};

export function Field({ id, label, hint, error, optional, quiet, children, className = "" }: Props) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className={quiet ? "sr-only" : "text-sm font-semibold"}>
        {label}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm font-medium text-danger">
      <span aria-hidden="true">↑ </span>
      {children}
    </p>
  );
}

/** How a box to type in looks, for controls that are not made here. */
export const boxClass =
  "w-full min-h-11 rounded-md border border-edge bg-panel px-3 py-2 text-base text-ink placeholder:text-muted placeholder:opacity-100 aria-invalid:border-2 aria-invalid:border-danger disabled:bg-well disabled:text-muted";
