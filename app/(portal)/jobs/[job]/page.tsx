/** One piece of long work: how far it is, and its report. Whoever asked for it may leave and come back. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { findOverviewChoices } from "@/lib/groups/queries/find-overview-choices";
import { findJob, listJobLines } from "@/lib/jobs/queries";
import { findAnyEnded } from "@/lib/members/queries/list-ended";
import { decideGlobal } from "@/lib/policy/decide";
import { currentViewer } from "@/lib/session/current";
import { groupPath, one, withQuery } from "../../_parts/paths";
import { Progress } from "./_parts/progress";
import { Outcome, ReportLines } from "./_parts/report";
import { calledOf, wordsOf } from "./_parts/words";

export const metadata: Metadata = { title: "Work under way" };

type Props = {
  params: Promise<{ job: string }>;
  searchParams: Promise<{ only?: string | string[]; after?: string | string[] }>;
};

export default async function JobPage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const [{ job: id }, asked] = await Promise.all([params, searchParams]);
  const job = await findJob(viewer, id);
  if (!job) notFound();
  const [only, after] = [one(asked.only) === "refused" ? ("refused" as const) : null, one(asked.after)];
  const page = job.lines > 0 ? await listJobLines(viewer, job.id, { only, after }) : null;
  const choices = await findOverviewChoices(viewer);
  const place = wordsOf(job.kind).where === "one" ? page?.lines.find(({ group }) => group)?.group : null;
  const ended = wordsOf(job.kind).ends && job.outcome?.done ? await findAnyEnded(viewer, job.request) : false;
  const over = job.status === "done" || job.status === "failed";
  return (
    <>
      <PageHeader
        crumbs={[{ label: "My long work", href: withQuery("/jobs", {}) }]}
        title={calledOf(job, choices?.roles ?? [])}
        lead={
          <>
            Asked for <Time at={job.at} show="moment" />
            {job.endedAt ? (
              <>
                , over <Time at={job.endedAt} show="moment" />
              </>
            ) : null}
            .
            {place ? (
              <>
                {" "}
                In <TextLink href={groupPath(place.slug)}>{place.name}</TextLink>.
              </>
            ) : null}
          </>
        }
      />
      <div className="grid grid-cols-1 gap-8">
        {over ? (
          <Outcome job={job} mayRead={decideGlobal(viewer, "audit.view").allowed} ended={ended} />
        ) : (
          <Progress job={job} />
        )}
        {page ? <ReportLines job={job} page={page} only={only} after={after} /> : null}
      </div>
    </>
  );
}
