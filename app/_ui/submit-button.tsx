"use client";
/** The button that sends a form: it says so while the form is on its way, and cannot be pressed twice. */
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type Size, type Variant } from "./button";

type Props = Omit<ComponentProps<"button">, "type"> & {
  variant?: Variant;
  size?: Size;
  /** replaces the words meanwhile */
  pendingLabel?: string;
  /** shown as if the form were on its way */
  pending?: boolean;
};

/** `name` and `value` tell the buttons of one form apart. */
export function SubmitButton(props: Props) {
  const { variant = "primary", size, pendingLabel = "One moment…", className = "", children, ...others } = props;
  const { pending: shown = false, ...rest } = others;
  const form = useFormStatus();
  const pending = shown || form.pending;
  const mine = pending && (!rest.name || form.data?.get(rest.name) === String(rest.value ?? ""));
  return (
    <button
      type="submit"
      className={buttonClass(variant, size, `justify-self-start max-sm:justify-self-stretch ${className}`)}
      {...rest}
      aria-disabled={pending || undefined}
      data-busy={mine ? "" : undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {mine ? pendingLabel : children}
    </button>
  );
}
