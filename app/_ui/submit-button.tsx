"use client";
/** The button that sends a form: it says so while the form is on its way, and cannot be pressed twice. */
import { LoaderCircle } from "lucide";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type Size, type Variant } from "./button";
import { Icon } from "./icon";

type Props = Omit<ComponentProps<"button">, "type"> & { variant?: Variant; size?: Size; pendingLabel?: string };

/** `name` and `value` tell the forms with several buttons apart. `pendingLabel` replaces the words meanwhile. */
export function SubmitButton({ variant = "primary", size, pendingLabel, className = "", children, ...rest }: Props) {
  const { pending, data } = useFormStatus();
  const mine = pending && (!rest.name || data?.get(rest.name) === String(rest.value ?? ""));
  return (
    <button
      type="submit"
      className={buttonClass(variant, size, `justify-self-start max-sm:justify-self-stretch ${className}`)}
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {mine ? <Icon of={LoaderCircle} className="animate-spin" /> : null}
      {mine && pendingLabel ? pendingLabel : children}
    </button>
  );
}
