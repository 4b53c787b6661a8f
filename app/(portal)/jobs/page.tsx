/** One's own long work: what is under way, and the reports of what is over. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { EmptyState } from "@/app/_ui/empty-state";
import { List, ListRow } from "@/app/_ui/list";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { findOverviewChoices } from "@/lib/groups/queries/find-overview-choices";
import { type JobView, listJobs } from "@/lib/jobs/queries";
import { currentViewer } from "@/lib/session/current";
import { one, signInPath, withQuery } from "../_parts/paths";
import { calledOf, type Roles, sentenceOf } from "./[job]/_parts/words";

export const metadata: Metadata = { title: "My long work" };

export default async function JobsPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect(signInPath("/jobs"));
  const after = one((await searchParams).after);
  const page = await listJobs(viewer, after);
  const choices = await findOverviewChoices(viewer);
  return (
    <>
      <PageHeader
        title="My long work"
        lead="What you asked for that takes longer than a page: it goes on without you, and ends in a report. Reports are kept for a month."
      />
      {page.lines.length > 0 ? (
        <List label="My long work">
          {page.lines.map((job) => (
            <Line key={job.id} job={job} roles={choices?.roles ?? []} />
          ))}
        </List>
      ) : (
        <EmptyState title="Nothing under way">
          <p>Large imports, decisions about many at once and changes that reach hundreds of people show here.</p>
        </EmptyState>
      )}
      <Pager
        of="long work"
        previous={after ? ("/jobs" as Route) : undefined}
        next={page.next ? withQuery("/jobs", { after: page.next }) : undefined}
      />
    </>
  );
}

const STATES = {
  waiting: { words: "Begins in a moment", tone: "neutral" },
  running: { words: "Under way", tone: "info" },
  done: { words: "Over", tone: "accent" },
  failed: { words: "Failed", tone: "danger" },
} as const;

function Line({ job, roles }: { job: JobView; roles: Roles }) {
  const { id, kind, status, lines, answered, done, answer, at } = job;
  const others = answered - done;
  const said =
    lines > 0
      ? `${done.toLocaleString("en")} of ${lines.toLocaleString("en")} done${others > 0 ? `, ${others.toLocaleString("en")} could not be` : ""}`
      : answer && sentenceOf(kind, answer, job.outcome?.detail);
  return (
    <ListRow
      title={
        <TextLink href={withQuery(`/jobs/${id}`, {})} bare>
          {calledOf(job, roles)}
        </TextLink>
      }
      badges={<Badge tone={STATES[status].tone}>{STATES[status].words}</Badge>}
      line={said}
      meta={
        <span>
          Asked for <Time at={at} show="moment" />
        </span>
      }
    />
  );
}
