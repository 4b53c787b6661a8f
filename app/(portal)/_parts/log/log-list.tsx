/** Lines of the log, newest first: when, what, why, and who began it. The moment leads to the line itself. */
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { differencesOf } from "@/lib/audit/difference";
import type { LogLine } from "@/lib/audit/line";
import { withQuery } from "../paths";
import { Said } from "./said";

type Props = {
  lines: readonly LogLine[];
  /** where the log stands */
  base: string;
  label?: string;
  /** the line whose page this is */
  current?: number;
};

export function LogList({ lines, base, label = "Lines of the log", current }: Props) {
  return (
    <ol aria-label={label} className="border-t border-line">
      {lines.map((line) => (
        <li
          key={line.id}
          aria-current={line.id === current ? "true" : undefined}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 aria-current:bg-well sm:grid-cols-[11rem_minmax(0,1fr)] sm:aria-current:-mx-3 sm:aria-current:px-3"
        >
          <p className="pt-0.5 text-sm text-muted tabular-nums">
            <TextLink href={withQuery(`${base}/${line.id}`, {})} bare className="text-muted">
              <Time at={line.at} />
              <span className="sr-only"> – open line {line.id}</span>
            </TextLink>
          </p>
          <div className="min-w-0">
            <p>
              <Said line={line} linked={!base.startsWith("/groups/")} />
            </p>
            <Beside line={line} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Beside({ line }: { line: LogLine }) {
  const changed = line.before && line.after ? differencesOf(line).map(({ what }) => what) : [];
  const began = line.cause && line.actor && line.actor.id !== line.person?.id ? line.actor.name : null;
  if (!line.reason && !began && changed.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-muted">
      {began ? (
        <span>
          Followed from what <bdi>{began}</bdi> did
        </span>
      ) : null}
      {changed.length > 0 ? <span>Changed: {changed.slice(0, 6).join(", ")}</span> : null}
      {line.reason ? (
        <span>
          Reason given: “<bdi>{line.reason}</bdi>”
        </span>
      ) : null}
    </p>
  );
}
