/** One thing to look at, below what it is called. */
import type { ReactNode } from "react";

type Props = {
  title: string;
  children: ReactNode;
  /** `row`: side by side as far as they fit */
  look?: "column" | "row";
};

export function Specimen({ title, children, look = "column" }: Props) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
      <div className={look === "row" ? "flex flex-wrap items-center gap-3" : "grid min-w-0 grid-cols-1 gap-4"}>
        {children}
      </div>
    </div>
  );
}
