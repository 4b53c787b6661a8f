"use client";
/** The browser's own list of choices, which every device knows how to open. */
import { ChevronDown } from "lucide";
import type { ComponentProps, ReactNode } from "react";
import { boxClass, Field } from "./field";
import { useFormField } from "./form";
import { Icon } from "./icon";

export type Choice = {
  value: string;
  label: string;
  disabled?: boolean /** choices of one section stand together under its name */;
  section?: string;
};

type Own = {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  quiet?: boolean;
  choices: readonly Choice[];
  /** an empty first choice with these words */
  placeholder?: string;
};

type Props = Own & Omit<ComponentProps<"select">, keyof Own | "children">;

export function Select(props: Props) {
  const { name, id = name, label, hint, error, optional, quiet, choices, placeholder, className, ...rest } = props;
  const known = useFormField(name);
  const value = known.typed ?? rest.defaultValue;
  return (
    <Field id={id} label={label} hint={hint} error={error ?? known.error} optional={optional} quiet={quiet}>
      {(wiring) => (
        <span className="relative block">
          <select
            key={value?.toString()}
            required={!optional}
            {...rest}
            {...wiring}
            name={name}
            defaultValue={value}
            className={`${boxClass} appearance-none pr-10 ${className ?? ""}`}
          >
            {placeholder !== undefined ? <option value="">{placeholder}</option> : null}
            {sectionsOf(choices).map((section) =>
              section ? (
                <optgroup key={section} label={section}>
                  <Options choices={choices.filter((choice) => choice.section === section)} />
                </optgroup>
              ) : (
                <Options key="" choices={choices.filter((choice) => !choice.section)} />
              ),
            )}
          </select>
          <Icon of={ChevronDown} className="pointer-events-none absolute top-3.5 right-3 text-muted" />
        </span>
      )}
    </Field>
  );
}

const sectionsOf = (choices: readonly Choice[]) => [...new Set(choices.map(({ section = "" }) => section))];

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label, disabled }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ));
}
