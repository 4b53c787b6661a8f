/** Everything that somebody may and may not do in a group, section by section. */
import type { Route } from "next";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Explanation } from "@/lib/explain/shape";
import { Said } from "./said";

type Props = {
  explanation: Explanation;
  /** the same question about another permission */
  pathOf: (permission: string) => Route;
};

export function Everything({ explanation: { subject, group, permission, rows }, pathOf }: Props) {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return (
    <Panel id="everything" title={`Everything in ${group.name}`} lead={subject} look="bare">
      <div className="gap-x-12 border-t border-line pt-4 lg:columns-2">
        {sections.map((section) => (
          <section key={section} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 font-serif text-lg">{section}</h3>
            <ul>
              {rows
                .filter((row) => row.section === section)
                .map((row) => (
                  <li
                    key={row.key}
                    className="grid grid-cols-1 gap-x-4 border-t border-line py-1.5 text-sm sm:grid-cols-[1fr_1fr]"
                  >
                    <span aria-current={row.key === permission.key ? "true" : undefined}>
                      <TextLink
                        href={pathOf(row.key)}
                        bare
                        className={row.key === permission.key ? "font-semibold" : ""}
                      >
                        {row.label}
                      </TextLink>
                    </span>
                    <Said row={row} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
