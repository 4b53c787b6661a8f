import { Notice } from "@/app/_ui/notice";
import { Time } from "@/app/_ui/time";
import type { UploadPlan } from "@/lib/permission-file/commands/upload-file";
import { Arrived } from "../../../../_parts/table/arrived";

/** What applying the file would change, and what would follow from it by itself. */
export function Plan({ plan }: { plan: UploadPlan }) {
  const { sections, changes, untouched, toll, moved } = plan;
  return (
    <div className="grid grid-cols-1 gap-5">
      <Arrived of={plan}>
        {moved ? <Moved moved={moved} /> : null}
        {moved ? null : (
          <Notice title={changes === 0 ? "The tables are as the file says." : "Nothing was changed yet."}>
            <p>
              {changes === 0
                ? "There is nothing to do."
                : `This is what applying the file would do: ${countOf(changes)}.`}
            </p>
          </Notice>
        )}
      </Arrived>
      {sections.map(({ title, lines }) => (
        <section key={title} className="grid grid-cols-1 gap-2">
          <h2 className="text-lg">{title}</h2>
          <ul className="grid gap-0.5 text-sm">
            {lines.map(({ sign, words, grave }) => (
              <li key={`${sign} ${words}`} className={`flex gap-2 ${grave ? "font-semibold text-danger" : ""}`}>
                <span aria-hidden="true" className="w-3 shrink-0 text-center font-semibold">
                  {sign}
                </span>
                <span className="min-w-0">{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {untouched.map((words) => (
        <p key={words} className="text-sm text-muted">
          {words}
        </p>
      ))}
      {toll.length > 0 ? (
        <Notice tone="warning" title="By itself, this would follow:">
          <ul className="grid list-disc gap-1 pl-5">
            {toll.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p>Whoever it concerns is told. Nothing of it comes back by itself.</p>
        </Notice>
      ) : null}
      {changes > 0 && toll.length === 0 ? <p>Nobody is removed from anything by it.</p> : null}
    </div>
  );
}

const countOf = (changes: number): string => `${changes.toLocaleString("en")} ${changes === 1 ? "change" : "changes"}`;

function Moved({ moved }: { moved: NonNullable<UploadPlan["moved"]> }) {
  return (
    <Notice tone="warning" title="Nothing was changed: somebody changed the tables while you were here.">
      <ul className="grid list-disc gap-1 pl-5">
        {moved.map(({ words, by, at }) => (
          <li key={`${at} ${words}`}>
            {words}
            <span className="text-muted">
              {" "}
              – {by ?? "the portal"}, <Time at={at} />
            </span>
          </li>
        ))}
      </ul>
      <p>Below is what the file would change now. Apply it once more if that is what you want.</p>
    </Notice>
  );
}
