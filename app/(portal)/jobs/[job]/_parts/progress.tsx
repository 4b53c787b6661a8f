/** How far a job is: a bar and its number, or the steps of one long change. */
import { Check, CircleDashed, LoaderCircle } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { JobView } from "@/lib/jobs/queries";
import { KeepLooking } from "./keep-looking";

export function Progress({ job }: { job: JobView }) {
  return (
    <section aria-label="Progress" className="grid gap-4 rounded-lg border border-line bg-panel p-5 sm:p-6">
      {job.status === "waiting" ? (
        <p role="status">
          It begins in a moment. You can leave this page: the work goes on, and you find it here again.
        </p>
      ) : job.lines > 0 ? (
        <LinesProgress job={job} />
      ) : (
        <Steps job={job} />
      )}
      <KeepLooking />
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
    </section>
  );
}

function LinesProgress({ job }: { job: JobView }) {
  const { answered, done, lines } = job;
  const others = answered - done;
  return (
    <>
      <progress className="progress" max={lines} value={answered} aria-label="Lines done" />
      <p role="status" className="tabular-nums">
        {done.toLocaleString("en")} of {lines.toLocaleString("en")} done
        {others > 0 ? `, ${others.toLocaleString("en")} could not be` : null}. You can leave this page and come back.
      </p>
    </>
  );
}

const STEPS = [
  { name: "counting", label: "Counting who is concerned", of: "people" },
  { name: "removing", label: "Ending memberships and requests", of: "memberships" },
  { name: "logging", label: "Writing the log", of: "lines" },
  { name: "telling", label: "Telling everybody concerned", of: "notices" },
  { name: "closing", label: "Making it so, all at once", of: "" },
] as const;

function Steps({ job }: { job: JobView }) {
  const at = STEPS.findIndex(({ name }) => name === job.phase);
  return (
    <>
      <ol className="grid gap-2">
        {STEPS.map(({ name, label, of }, n) => (
          <li key={name} aria-current={n === at ? "step" : undefined} className="flex gap-3">
            <Icon of={n < at ? Check : n === at ? LoaderCircle : CircleDashed} size={20} className={lookOf(n, at)} />
            <span className={n > at ? "text-muted" : ""}>
              {label}
              {n === at && of !== "" ? <Numbers job={job} of={of} /> : null}
              {n < at ? <span className="sr-only">, done</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="text-sm text-muted">
        Nothing is changed before the last step, and then all of it. You can leave this page and come back.
      </p>
    </>
  );
}

const lookOf = (n: number, at: number) =>
  `mt-0.5 ${n === at ? "text-accent motion-safe:animate-spin" : n < at ? "text-accent" : "text-muted"}`;

function Numbers({ job: { phaseDone, phaseTotal }, of }: { job: JobView; of: string }) {
  if (phaseTotal === null) return null;
  const done = phaseDone ? `${phaseDone.toLocaleString("en")} of ` : "";
  return (
    <span className="text-muted tabular-nums">
      {" "}
      ({done}
      {phaseTotal.toLocaleString("en")} {of})
    </span>
  );
}
