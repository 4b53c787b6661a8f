/** What came of a job: in one sentence, and line by line where there are lines. */
import type { Route } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { FacetLinks } from "@/app/_ui/facet-links";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import type { Page } from "@/lib/cursor";
import type { JobLineView, JobView } from "@/lib/jobs/queries";
import { groupPath, withQuery } from "../../../_parts/paths";
import { LOG, sentenceOf, wordsOf } from "./words";

/** `mayRead`: the log. `ended`: people fell out of groups by it. */
export function Outcome({ job, mayRead, ended }: { job: JobView; mayRead: boolean; ended: boolean }) {
  const words = wordsOf(job.kind);
  const next = (words.next?.(job, ended) ?? []).filter(({ href }) => mayRead || !href.startsWith(LOG));
  const ways = [...next, words.back(job)];
  const actions = ways.map(({ label, href }) => (
    <ButtonLink key={href} href={href} size="sm">
      {label}
    </ButtonLink>
  ));
  if (job.status === "failed") {
    return (
      <Notice
        tone="danger"
        role="status"
        title="This failed, and nothing was changed by what failed."
        actions={actions}
      >
        <p>The fault is the portal’s, and stands in its own log. Try it once more, or tell whoever runs this portal.</p>
      </Notice>
    );
  }
  if (job.lines === 0) {
    const done = job.outcome?.done ?? false;
    const said = sentenceOf(job.kind, job.answer ?? "", job.outcome?.detail);
    return <Notice tone={done ? "success" : "warning"} role="status" title={said} actions={actions} />;
  }
  const others = job.answered - job.done;
  return (
    <Notice tone={others > 0 ? "warning" : "success"} role="status" title={titleOf(job)} actions={actions}>
      {others > 0 ? <p>{others.toLocaleString("en")} could not be done. Each says why below.</p> : null}
    </Notice>
  );
}

function titleOf({ kind, done, lines }: JobView): string {
  return wordsOf(kind).done?.(done) ?? `${done.toLocaleString("en")} of ${lines.toLocaleString("en")} done.`;
}

type Props = { job: JobView; page: Page<JobLineView>; only: "refused" | null; after: string | undefined };

export function ReportLines({ job, page, only, after }: Props) {
  const here = (params: Record<string, string | null>): Route => withQuery(`/jobs/${job.id}`, params);
  const others = job.answered - job.done;
  return (
    <section aria-label="Line by line" className="grid gap-4">
      {others > 0 ? (
        <FacetLinks
          label="Show"
          facets={[
            {
              href: here({ only: only ? null : "refused" }),
              label: "Only what could not be done",
              count: others,
              current: only === "refused",
            },
          ]}
        />
      ) : null}
      {page.lines.length > 0 ? (
        <Table
          caption="Line by line"
          columns={[
            { label: wordsOf(job.kind).line ?? "Whom" },
            ...(wordsOf(job.kind).where === "each" ? [{ label: "Where", words: true }] : []),
            { label: "What came of it", words: true },
          ]}
          rows={page.lines.map((line) => ({ key: `${line.number}`, cells: cellsOf(job.kind, line) }))}
        />
      ) : (
        <EmptyState title="Nothing here">
          <p>No line is like that.</p>
        </EmptyState>
      )}
      <Pager
        of="lines"
        previous={after ? here({ only }) : undefined}
        next={page.next ? here({ only, after: page.next }) : undefined}
      />
    </section>
  );
}

function cellsOf(kind: string, line: JobLineView) {
  const { group, answer, done, detail } = line;
  const where = group ? (
    <TextLink key="group" href={groupPath(group.slug)}>
      {group.name}
    </TextLink>
  ) : null;
  return [
    <Whom key="whom" kind={kind} line={line} />,
    ...(wordsOf(kind).where === "each" ? [where] : []),
    answer === null ? (
      <span key="answer" className="text-muted">
        Not yet
      </span>
    ) : (
      <span key="answer" className={done ? "" : "font-semibold text-warning"}>
        {sentenceOf(kind, answer, detail)}
      </span>
    ),
  ];
}

/** A person, a group, or what was written of them. */
function Whom({ kind, line: { account, said, group } }: { kind: string; line: JobLineView }) {
  const { where, whom } = wordsOf(kind);
  if (!account) return group && !where ? <TextLink href={groupPath(group.slug)}>{group.name}</TextLink> : said;
  const named = whom ? (
    <TextLink href={whom(account.id)} bare>
      {account.name}
    </TextLink>
  ) : (
    account.name
  );
  return (
    <>
      {named}
      {said && said !== account.name ? ` (${said})` : null}
    </>
  );
}
