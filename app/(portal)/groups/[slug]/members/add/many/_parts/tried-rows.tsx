/** What would come of every line of a list, before anything is done. */
import { Check, CircleHelp, Minus, X } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { Table } from "@/app/_ui/table";
import type { TriedRow } from "@/lib/members/commands/add-many";
import { TRIED_ROW_SENTENCES } from "@/lib/members/sentences";
import { Which } from "./which";

export function TriedRows({ rows }: { rows: readonly TriedRow[] }) {
  const count = (answer: TriedRow["answer"]) => rows.filter((row) => row.answer === answer).length;
  const others = rows.length - count("added") - count("already-member") - count("several");
  const [added, inAlready] = [count("added"), count("already-member")];
  const parts = [
    added === 0 ? "Nobody will be added as it is" : `${added} of ${rows.length} will be added`,
    inAlready > 0 ? `${inAlready} ${inAlready === 1 ? "is" : "are"} in already` : null,
    count("several") > 0 ? `for ${count("several")} you have to choose` : null,
    others > 0 ? `${others} cannot be added` : null,
  ].filter((part) => part !== null);
  return (
    <div className="grid gap-3">
      <p className="font-serif text-lg">{parts.join(" · ")}</p>
      <Table
        caption="What would come of every line"
        columns={[
          { label: "Who" },
          { label: "Roles", words: true },
          { label: "Until" },
          { label: "Outcome", words: true },
        ]}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            <Who key="who" row={row} />,
            row.roles.length > 0 ? row.roles.join(", ") : null,
            row.until,
            <Outcome key="outcome" row={row} />,
          ],
        }))}
      />
    </div>
  );
}

function Who({ row: { who, account, line } }: { row: TriedRow }) {
  const name = account?.name;
  return (
    <span className="grid">
      <span>{name ?? who}</span>
      <span className="text-xs font-normal text-muted">
        Line {line}
        {name && name !== who ? `, as “${who}”` : ""}
      </span>
    </span>
  );
}

function Outcome({ row }: { row: TriedRow }) {
  const look = LOOKS[row.answer] ?? { icon: X, tone: "text-danger" };
  return (
    <span className="grid max-w-prose gap-2">
      <span className="flex gap-2">
        <Icon of={look.icon} size={16} className={`mt-0.5 ${look.tone}`} /> {TRIED_ROW_SENTENCES[row.answer]}
      </span>
      {row.candidates.length > 0 && row.answer !== "twice" ? (
        <Which line={row.line} who={row.who} candidates={row.candidates} chosen={row.account?.id} />
      ) : null}
    </span>
  );
}

const LOOKS: Partial<Record<TriedRow["answer"], { icon: typeof Check; tone: string }>> = {
  added: { icon: Check, tone: "text-accent" },
  "already-member": { icon: Minus, tone: "text-muted" },
  several: { icon: CircleHelp, tone: "text-warning" },
};
