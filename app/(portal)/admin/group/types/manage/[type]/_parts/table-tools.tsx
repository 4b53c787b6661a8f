/** Changes that are many at once: a use case, a column copied, what is redundant. Each is looked at before it is saved. */
import { Button, ButtonLink } from "@/app/_ui/button";
import { List, ListRow } from "@/app/_ui/list";
import { Panel } from "@/app/_ui/panel";
import { Select } from "@/app/_ui/select";
import { PRESETS } from "@/lib/group-types/presets";
import type { TablePage } from "@/lib/group-types/queries/find-permission-table";
import { listTypes } from "@/lib/group-types/queries/list-types";
import type { Viewer } from "@/lib/session/viewer";
import { withQuery } from "../../../../../../_parts/paths";
import type { PathOf } from "../../../../../_parts/table/table-form";
import type { ColumnView, TableView } from "../../../../../_parts/table/view";

type Props = { viewer: Viewer; type: string; page: TablePage; view: TableView; pathOf: PathOf };

export async function TableTools({ viewer, type, page, view, pathOf }: Props) {
  const own = view.columns.filter(({ frozen }) => !frozen);
  return (
    <div className="mt-6 grid items-start gap-8 lg:grid-cols-2">
      <Panel id="use-cases" title="Common uses" look="bare">
        <UseCases type={type} page={page} view={view} pathOf={pathOf} />
      </Panel>
      <div className="grid gap-8">
        <Panel id="copy" title="Copy a column" look="bare">
          <CopyColumn path={pathOf({})} columns={own} types={await listTypes(viewer)} here={type} page={page} />
        </Panel>
        <Panel id="redundant" title="Redundant grants" look="bare">
          <p className="mb-3 text-sm text-muted">
            Ticks that change nothing, since the same is held through something else: proposed to be taken out.
          </p>
          <ButtonLink href={pathOf({ set: "redundant" })} size="sm">
            Look at them
          </ButtonLink>
        </Panel>
      </div>
    </div>
  );
}

type CaseProps = { type: string; page: TablePage; view: TableView; pathOf: PathOf };

/** Those whose cells are on this page. */
function UseCases({ type, page, view, pathOf }: CaseProps) {
  const tied = view.columns.filter(({ name }) => name.startsWith("outsider:"));
  const cases = PRESETS.filter(({ globalRole }) => (globalRole !== null) === (page === "outsider"));
  return (
    <List label="Common uses">
      {cases.map(({ key, label, help, opensCreation, globalRole }) => {
        const preferred = tied.find(({ name }) => name === `outsider:${globalRole?.name}`) ?? tied[0];
        const href = opensCreation
          ? withQuery("/admin/people/permissions", { set: "preset:create-groups", of: type })
          : pathOf({ set: `preset:${key}`, with: preferred ? preferred.name.replace("outsider:", "") : null });
        return (
          <ListRow
            key={key}
            title={label}
            line={help}
            actions={
              <ButtonLink href={href} size="sm">
                <span>
                  Look at it<span className="sr-only">: {label}</span>
                </span>
              </ButtonLink>
            }
          />
        );
      })}
    </List>
  );
}

type CopyProps = {
  path: string;
  columns: readonly ColumnView[];
  types: readonly { readonly name: string; readonly label: string }[] | null;
  here: string;
  page: TablePage;
};

/** A plain form whose answer is the table with the copy proposed. */
function CopyColumn({ path, columns, types, here, page }: CopyProps) {
  const choices = columns.map(({ name, title }) => ({ value: name, label: title }));
  const others = (types ?? []).filter(({ name }) => name !== here);
  return (
    <form action={path} className="grid gap-4">
      <input type="hidden" name="set" value="copy" />
      <Select name="from" label="What this column holds" choices={choices} defaultValue={choices[0]?.value} />
      {page === "permissions" && others.length > 0 ? (
        <Select
          name="fromType"
          label="In this type"
          placeholder="This one"
          choices={others.map(({ name, label }) => ({ value: name, label }))}
          optional
          hint="A custom role is found there by its machine name."
        />
      ) : null}
      <Select name="to" label="Becomes what this one holds" choices={choices} defaultValue={choices[1]?.value} />
      <Button type="submit" size="sm" variant="quiet" className="justify-self-start">
        Look at the copy
      </Button>
    </form>
  );
}
