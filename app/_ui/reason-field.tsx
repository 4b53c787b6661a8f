/** Why something is done. It is asked in the same words everywhere, beside whom it reaches. */
import type { ReactNode } from "react";
import { TextArea, TextInput } from "./text-input";

type Props = {
  /** whoever it is done to is told it */
  told?: boolean;
  /** where neither of the two hints is the whole truth */
  hint?: ReactNode;
  /** what was said before */
  said?: string;
  /** lines that it takes at first; a single one unless it is said */
  rows?: number;
};

const LONGEST = 500;

export function ReasonField({ told, hint, said, rows }: Props) {
  const wiring = {
    ...{ name: "reason", label: "Why?", optional: true, maxLength: LONGEST, defaultValue: said },
    hint: hint ?? (told ? "They read it, and it stands in the log." : "It stands in the log."),
  };
  return rows ? <TextArea {...wiring} rows={rows} /> : <TextInput {...wiring} />;
}
