"use client";
/** A label, and the machine name that is proposed from it until somebody types one. Without script the server makes it. */
import { useRef } from "react";
import { TextInput } from "@/app/_ui/text-input";
import { machineNameOf } from "@/lib/name-of-label";

type Props = {
  /** what the label's field is called */
  label: string;
  hint?: string;
  /** the machine name's field */
  field: "name" | "role";
  nameHint: string;
  /** on a page whose other forms have fields of these names */
  idPrefix?: string;
};

export function LabelAndName({ label, hint, field, nameHint, idPrefix = "" }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef(false);

  function propose(text: string) {
    const name = box.current?.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    if (name && !typed.current) name.value = machineNameOf(text);
  }

  return (
    <div ref={box} className="grid gap-6">
      <TextInput
        name="label"
        id={`${idPrefix}label`}
        label={label}
        hint={hint}
        maxLength={80}
        autoComplete="off"
        onInput={(event) => propose(event.currentTarget.value)}
      />
      <TextInput
        name={field}
        id={`${idPrefix}${field}`}
        label="Machine name"
        hint={`Small letters, digits and hyphens; left empty, it is made of the name. ${nameHint}`}
        maxLength={48}
        optional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onInput={(event) => {
          typed.current = event.currentTarget.value !== "";
        }}
      />
    </div>
  );
}
