import { Badge } from "@/app/_ui/badge";
import { Notice } from "@/app/_ui/notice";
import type { TrialDone } from "@/lib/scenario/trial/by-form";
import type { TriedScenario, TriedStep } from "@/lib/scenario/trial/try-scenarios";
import { Arrived } from "../../../../_parts/table/arrived";

/** What every step gave, with the tables as they are and with the changes. */
export function TriedList({ trial }: { trial: TrialDone }) {
  const steps = trial.scenarios.flatMap((one) => one.steps);
  const broken = steps.filter(({ breaks }) => breaks).length;
  const failing = steps.filter(({ now }) => !now.ok).length;
  const refused = trial.scenarios.filter(({ problems }) => problems.length > 0).length;
  return (
    <div className="grid grid-cols-1 gap-6">
      <Arrived of={trial}>
        <Notice tone={broken + refused > 0 ? "warning" : "success"} title={titleOf(broken, steps)}>
          {failing > 0 ? <p>{count(failing, "step fails", "steps fail")} with the tables as they are.</p> : null}
          {refused > 0 ? <p>{count(refused, "scenario", "scenarios")} could not be built on these tables.</p> : null}
          {trial.unfit.length > 0 ? (
            <p>
              Left out, since there is no such cell or it is impossible:{" "}
              {trial.unfit.map(({ type, column, permission }) => `${permission} for ${column} of ${type}`).join(", ")}.
            </p>
          ) : null}
        </Notice>
      </Arrived>
      {trial.scenarios.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two scenarios of a file may bear one name.
        <Tried key={n} scenario={one} />
      ))}
    </div>
  );
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function titleOf(broken: number, steps: readonly TriedStep[]): string {
  if (broken > 0) return `${count(broken, "step", "steps")} would break with these changes.`;
  if (steps.some(({ changed }) => changed !== null)) return "No step would break with these changes.";
  const passed = steps.filter(({ now }) => now.ok).length;
  return `${passed} of ${count(steps.length, "step passes", "steps pass")}.`;
}

function Tried({ scenario }: { scenario: TriedScenario }) {
  const { name, steps, problems } = scenario;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="text-lg">{name}</h2>
      <p className="text-sm text-muted">{replacedWords(scenario)}</p>
      {problems.length > 0 ? (
        <Notice tone="danger" title="It cannot be built on these tables.">
          <ul className="grid list-disc gap-1 pl-5">
            {problems.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ol className="grid divide-y divide-line text-sm">
        {steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step: { step, words, want, now, changed, breaks } }: { step: TriedStep }) {
  const passes = now.ok && changed?.ok !== false;
  return (
    <li className="grid gap-1 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{step}</span>
        <span className="min-w-0 font-medium">{words}</span>
        {breaks ? <Badge tone="danger">would break</Badge> : null}
        {!breaks && passes ? <Badge tone="accent">passes</Badge> : null}
        {!now.ok ? <Badge tone="warning">{changed?.ok ? "fails now, would pass" : "fails"}</Badge> : null}
      </div>
      {passes ? null : (
        <p className="text-muted">
          Wanted {want}. Now: {now.got}.{changed ? ` With the changes: ${changed.got}.` : ""}
        </p>
      )}
    </li>
  );
}

function replacedWords({ types, globalRoles, ownTypes, ownRoles }: TriedScenario): string {
  const listed = (what: string, names: readonly string[]) => (names.length > 0 ? [`${what} ${names.join(", ")}`] : []);
  const portal = [...listed("types", types), ...listed("global roles", globalRoles)].join("; ");
  const own = [...listed("types", ownTypes), ...listed("global roles", ownRoles)].join("; ");
  return [
    portal ? `Replaced by this portal's own: ${portal}.` : "Nothing of it was replaced by this portal's own.",
    own ? `From the file, since the portal has none of these: ${own}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
