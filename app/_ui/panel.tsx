/** A part of a page that has a name: a heading on the wall, and what belongs to it on a sheet. */
import type { ReactNode } from "react";

type Props = {
  title?: ReactNode;
  /** one line below the title */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** `bare` has no sheet: for lists and tables, which have rules of their own */
  look?: "sheet" | "bare";
  /** where there is room the name stands beside its sheet, as the parts of a page of settings do */
  beside?: boolean;
  /** for links to this part, and for its name */
  id?: string;
  tone?: "plain" | "danger";
};

const BESIDE =
  "lg:grid-cols-[minmax(12rem,1fr)_minmax(0,38rem)] lg:gap-x-12 lg:[section+&]:border-t lg:[section+&]:border-line lg:[section+&]:pt-10";

export function Panel({ title, lead, actions, children, look = "sheet", beside, id, tone = "plain" }: Props) {
  const named = title && id ? `${id}-title` : undefined;
  const edge = tone === "danger" ? "border-danger/50" : "border-line";
  const sheet = look === "sheet" ? `rounded-lg border bg-panel p-5 sm:p-6 ${edge}` : "";
  return (
    <section id={id} aria-labelledby={named} className={`grid grid-cols-1 gap-3 ${beside ? BESIDE : ""}`}>
      {title || actions ? (
        <div className="flex flex-wrap content-start items-end justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            {title ? (
              <h2 id={named} className="text-xl">
                {title}
              </h2>
            ) : null}
            {lead ? <p className="text-sm text-muted">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      ) : null}
      <div className={sheet}>{children}</div>
    </section>
  );
}
