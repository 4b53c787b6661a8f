/** Who stands how, in what group: a plain form whose answer is the page. */
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choices";
import { Select } from "@/app/_ui/select";
import { type CellChange, changeId } from "@/lib/group-types/schema-cell";
import type { Subject } from "@/lib/group-types/simulate";
import type { PathOf } from "../../../../../_parts/table/table-form";
import type { TableView } from "../../../../../_parts/table/view";

type FormProps = {
  subject: Subject;
  changes: readonly CellChange[];
  view: TableView;
  pathOf: PathOf;
  roles: readonly { readonly name: string; readonly label: string }[];
};

const BUILT_IN = ["anonymous", "outsider", "member", "leader"];

export function SubjectForm({ subject, changes, view, pathOf, roles }: FormProps) {
  const custom = view.columns.filter(({ name }) => !BUILT_IN.includes(name) && !name.includes(":"));
  return (
    <form
      action={pathOf({})}
      aria-label="Who, and in what group"
      className="grid gap-5 rounded-lg border border-line bg-panel p-5"
    >
      <input type="hidden" name="view" value="simulate" />
      {changes.map((change) => (
        <input key={changeId(change)} type="hidden" name="change" value={changeId(change)} />
      ))}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Select
          name="stands"
          label="Somebody who is"
          choices={[
            { value: "visitor", label: "a visitor, without an account" },
            { value: "outsider", label: "outside the group" },
            { value: "member", label: "a member" },
          ]}
          defaultValue={subject.stands}
        />
        <div className="grid gap-2">
          <Checkbox name="leads" id="simulate-leads" label="And leads it" defaultChecked={subject.leads} />
          <Checkbox name="hidden" id="simulate-hidden" label="The group is hidden" defaultChecked={subject.hidden} />
          <Checkbox
            name="unpublished"
            id="simulate-unpublished"
            label="It is not published"
            defaultChecked={!subject.published}
          />
        </div>
        <Boxes legend="Holds these roles of the portal" name="holds" all={roles} chosen={subject.holds} />
        <Boxes legend="Has these roles in the group, as a member" name="has" all={custom} chosen={subject.roles} />
      </div>
      <Button type="submit" variant="primary" size="sm" className="justify-self-start">
        Show what they may do
      </Button>
    </form>
  );
}

type BoxesProps = {
  legend: string;
  name: string;
  all: readonly { readonly name: string; readonly label: string }[];
  chosen: readonly string[];
};

function Boxes({ legend, name, all, chosen }: BoxesProps) {
  if (all.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {all.map((role) => (
        <Checkbox
          key={role.name}
          id={`simulate-${name}-${role.name}`}
          name={name}
          value={role.name}
          label={role.label}
          defaultChecked={chosen.includes(role.name)}
        />
      ))}
    </fieldset>
  );
}
