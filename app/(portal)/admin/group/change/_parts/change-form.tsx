import type { Route } from "next";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { changeGroupsAction } from "@/lib/groups/actions";
import { seenOf } from "@/lib/groups/commands/change-groups";
import type { ChangeRow, ChangesPreview } from "@/lib/groups/queries/preview-changes";
import { changesSentences, rowSentence } from "@/lib/groups/sentence-consequences";
import { CHANGE_SENTENCES } from "@/lib/groups/sentences";
import { numberWords } from "../../../../_parts/count-words";
import { groupPath } from "../../../../_parts/paths";

type Props = {
  preview: ChangesPreview;
  change: string;
  /** what the button does */
  go: string;
  back: Route;
};

export function ChangeForm({ preview, change, go, back }: Props) {
  const going = preview.rows.filter((row) => row.goes);
  const touching = touches(preview);
  return (
    <div className="grid grid-cols-1 gap-8">
      <Follows preview={preview} />
      {going.length > 0 ? (
        <ActionForm action={changeGroupsAction} label="Change these groups">
          <input type="hidden" name="change" value={change} />
          <input type="hidden" name="seen" value={seenOf(preview)} />
          {going.map(({ slug }) => (
            <input key={slug} type="hidden" name="groups" value={slug} />
          ))}
          {touching ? (
            <div className="max-w-prose">
              <ReasonField told />
            </div>
          ) : null}
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={touching ? "danger" : "primary"}>{go}</SubmitButton>
            <ButtonLink href={back} variant="plain">
              {going.length === 1 ? "Leave it as it is" : "Leave them as they are"}
            </ButtonLink>
          </div>
        </ActionForm>
      ) : (
        <div>
          <ButtonLink href={back}>Back to the list</ButtonLink>
        </div>
      )}
      <Table
        caption="Group by group"
        columns={[{ label: "Group" }, { label: "What follows", words: true }]}
        rows={inOrder(preview.rows).map((row) => ({
          key: row.slug,
          cells: [<Name key="name" row={row} />, <Fate key="fate" row={row} />],
        }))}
      />
    </div>
  );
}

/** First those in which somebody is touched, then those that stay, and last those that are so already. */
function inOrder(rows: readonly ChangeRow[]): ChangeRow[] {
  const weight = ({ goes, answer, seen, linksRefused }: ChangeRow) => {
    if (goes) return linksRefused > 0 || Object.values(seen).some((people) => people > 0) ? 0 : 2;
    return answer === "already" ? 3 : 1;
  };
  return [...rows].sort((one, other) => weight(one) - weight(other));
}

const touches = ({ totals, rows }: ChangesPreview) =>
  totals !== null &&
  (totals.anywhere.reach > 0 || totals.lost !== null || rows.some(({ seen }) => seen.removed + seen.flagged > 0));

function Follows({ preview: { totals, rows, missing } }: { preview: ChangesPreview }) {
  const sentences = totals ? changesSentences(totals, rows.filter(({ goes }) => goes).length) : [];
  const refused = rows.filter(({ goes, answer }) => !goes && answer !== "already").length;
  return (
    <div className="grid gap-3">
      {sentences.length > 0 ? (
        <Notice tone="warning" title="By itself, this would follow:">
          <ul className="grid list-disc gap-1 pl-5">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>Whoever it concerns is told. Nothing of it comes back by itself.</p>
        </Notice>
      ) : null}
      {totals && sentences.length === 0 ? <p>Nobody is removed from anything, or let into anything, by it.</p> : null}
      {refused > 0 ? (
        <Notice
          tone="info"
          title={`${numberWords(refused, "group")} would stay as ${refused === 1 ? "it is" : "they are"}`}
        >
          <p>Why, stands beside each below.</p>
        </Notice>
      ) : null}
      {missing > 0 ? (
        <p className="text-sm text-muted">{numberWords(missing, "group")} that you chose cannot be found any more.</p>
      ) : null}
    </div>
  );
}

function Name({ row: { slug, name } }: { row: ChangeRow }) {
  return (
    <span className="grid">
      <TextLink href={groupPath(slug)} bare>
        {name}
      </TextLink>
      <span className="text-xs font-normal text-muted">{slug}</span>
    </span>
  );
}

function Fate({ row }: { row: ChangeRow }) {
  if (row.goes) return <span>{rowSentence(row.seen, row.linksRefused)}</span>;
  if (row.answer === "already") return <span className="text-muted">{CHANGE_SENTENCES.already}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-2">
      <Badge tone="warning">Stays as it is</Badge>
      <span>{CHANGE_SENTENCES[row.answer]}</span>
    </span>
  );
}
