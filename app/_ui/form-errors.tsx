"use client";
/** What stopped a form, above it: spoken at once, focused, and with a link to each field. */
import { type Ref, useEffect, useRef } from "react";

type Props = { message: string; fields?: Readonly<Record<string, string>> };

export function FormErrors({ message, fields = {} }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal, even one of the same words, is focused again.
  useEffect(() => box.current?.focus(), [fields, message]);
  return <ErrorSummary ref={box} message={message} fields={fields} />;
}

/** The same, without taking the focus. */
export function ErrorSummary({ ref, message, fields = {} }: Props & { ref?: Ref<HTMLDivElement> }) {
  const names = Object.entries(fields);
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-l-4 border-danger bg-danger-wash px-4 py-3 text-sm text-ink"
    >
      <p className="font-semibold text-danger">{message}</p>
      {names.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {names.map(([name, why]) => (
            <li key={name}>
              <a className="underline underline-offset-2" href={`#${name}`}>
                {why}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
