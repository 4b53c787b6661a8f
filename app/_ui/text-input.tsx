"use client";
/** One line, or several, with label, hint and error. Inside an `ActionForm` both show what was typed before. */
import type { ComponentProps, ReactNode } from "react";
import { boxClass, Field } from "./field";
import { useFormField } from "./form";

type Common = {
  name: string;
  /** the name, unless two forms of the page have a control of that name */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  quiet?: boolean;
};

type InputProps = Common & Omit<ComponentProps<"input">, keyof Common>;

export function TextInput({ name, id = name, label, hint, error, optional, quiet, className, ...rest }: InputProps) {
  const known = useFormField(name);
  const value = rest.type === "password" ? undefined : (known.typed ?? rest.defaultValue);
  return (
    <Field id={id} label={label} hint={hint} error={error ?? known.error} optional={optional} quiet={quiet}>
      {(wiring) => (
        <input
          key={value?.toString()}
          required={!optional}
          {...rest}
          {...wiring}
          name={name}
          defaultValue={value}
          className={`${boxClass} ${className ?? ""}`}
        />
      )}
    </Field>
  );
}

type AreaProps = Common & Omit<ComponentProps<"textarea">, keyof Common>;

export function TextArea({ name, id = name, label, hint, error, optional, quiet, className, ...rest }: AreaProps) {
  const known = useFormField(name);
  const value = known.typed ?? rest.defaultValue;
  return (
    <Field id={id} label={label} hint={hint} error={error ?? known.error} optional={optional} quiet={quiet}>
      {(wiring) => (
        <textarea
          rows={4}
          key={value?.toString()}
          required={!optional}
          {...rest}
          {...wiring}
          name={name}
          defaultValue={value}
          className={`${boxClass} field-sizing-content max-h-[28rem] min-h-28 ${className ?? ""}`}
        />
      )}
    </Field>
  );
}
