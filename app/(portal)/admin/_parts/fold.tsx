"use client";
/** The fields of a form, folded away until somebody wants them, or the form was refused. It unfolds without script. */
import type { ReactNode } from "react";
import { buttonClass, type Size } from "@/app/_ui/button";
import { useFormAnswer } from "@/app/_ui/form";

type Props = { label: ReactNode; size?: Size; className?: string; children: ReactNode };

export function Fold({ label, size, className = "", children }: Props) {
  const refused = useFormAnswer()?.ok === false;
  return (
    <details open={refused}>
      <summary className={buttonClass("quiet", size, "list-none")}>{label}</summary>
      <div className={`mt-3 grid ${className}`}>{children}</div>
    </details>
  );
}
