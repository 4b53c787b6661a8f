"use client";
/**
 * The cells of a permission table inside its form: as stored, or as they came back. One component for all cells, which
 * are real boxes; the form is whole without script.
 */
import { useFormAnswer } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { Asking } from "./asking";
import { Legend } from "./legend";
import { LookAgain } from "./look-again";
import { Matrix } from "./matrix";
import { ReasonNotes, reasonsIn } from "./reasons";
import { RoleList } from "./role-list";
import { askingIn, baseFor, movedIn, storedTicks, ticksFor } from "./ticks";
import { type TableView, withColumns } from "./view";

type Props = {
  view: TableView;
  caption: string;
  /** the form shows this column alone */
  role: string | null;
  /** of the table as shown; without it, the form says which boxes were ticked */
  version?: number;
  /** columns whose cells are folded away until somebody wants them */
  folded?: { readonly names: readonly string[]; readonly label: string; readonly lead: string; readonly open: boolean };
};

export function TableFields({ view, caption, role, version, folded }: Props) {
  const answer = useFormAnswer();
  const asking = askingIn(answer);
  const moved = movedIn(answer);
  const ticks = ticksFor(view, answer);
  const reasons = reasonsIn(view);
  const one = view.columns.find(({ name }) => name === role);
  const isFolded = ({ name }: { name: string }) => folded?.names.includes(name) ?? false;
  return (
    <>
      {moved ? <LookAgain moved={moved} view={view} /> : null}
      {asking ? <Asking asking={asking} /> : null}
      <Base view={view} version={version} answer={answer} />
      {one ? (
        <RoleList view={view} column={one} ticks={ticks} />
      ) : (
        <Matrix view={withColumns(view, (c) => !isFolded(c))} caption={caption} ticks={ticks} reasons={reasons} />
      )}
      {one || !folded ? null : (
        <details open={folded.open} className="group/fold grid grid-cols-1 gap-3">
          <summary className="w-fit text-sm font-semibold text-accent underline underline-offset-4">
            {folded.label}
          </summary>
          <p className="my-3 max-w-prose text-sm text-muted">{folded.lead}</p>
          <Matrix view={withColumns(view, isFolded)} caption={folded.label} ticks={ticks} reasons={reasons} />
        </details>
      )}
      {one ? null : <Legend />}
      <ReasonNotes reasons={reasons} />
      <div className="grid max-w-prose gap-4">
        <TextInput
          name="reason"
          label="Why?"
          hint="It stands in the log beside the change."
          optional
          maxLength={500}
          defaultValue={asking?.reason}
        />
        {asking ? <input type="hidden" name="seen" value={asking.seen} /> : null}
        <SubmitButton variant={asking ? "danger" : "primary"}>
          {asking ? "Save, and let this happen" : "Save"}
        </SubmitButton>
      </div>
      <input type="hidden" name="end" value="end" />
    </>
  );
}

type BaseProps = { view: TableView; version?: number; answer: ReturnType<typeof useFormAnswer> };

/** What the ticks are compared with when they come back. */
function Base({ view, version, answer }: BaseProps) {
  const shown = view.columns.filter(({ frozen }) => !frozen);
  return (
    <>
      {version === undefined ? (
        <input type="hidden" name="was" value={baseFor("was", [...storedTicks(view)].join(" "), answer)} />
      ) : (
        <input type="hidden" name="version" value={baseFor("version", String(version), answer)} />
      )}
      {shown.map(({ name }) => (
        <input key={name} type="hidden" name="column" value={name} />
      ))}
    </>
  );
}
