/** A permission table with its form: the ways to look at it, what is proposed to change, and the cells. */
import type { Route } from "next";
import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import type { CellChange } from "@/lib/group-types/schema-cell";
import type { TableAsked } from "./asked";
import { ColumnLinks } from "./column-links";
import { RolesFirst } from "./roles-first";
import "./table.css";
import { TableFields } from "./table-fields";
import { TableFilter } from "./table-filter";
import type { TableView } from "./view";
import { ViewLinks } from "./view-links";

export type PathOf = (query: Readonly<Record<string, string | null>>) => Route;

type Props = {
  action: FormAction;
  view: TableView;
  /** names the table */
  caption: string;
  asked: TableAsked;
  pathOf: PathOf;
  /** hidden fields of the form besides the table's own */
  fields: Readonly<Record<string, string>>;
  version?: number;
  folded?: Parameters<typeof TableFields>[0]["folded"];
  /** what the address proposes, and what is said of it */
  proposed: readonly CellChange[];
  askPath: string | null;
  /** where unsaved changes can be tried on somebody */
  simulatePath?: string;
  /** views that this table does not have */
  without?: Parameters<typeof ViewLinks>[0]["without"];
  /** above the table */
  children?: ReactNode;
  /** below it */
  tools?: ReactNode;
};

export function TableForm(props: Props) {
  const { action, view, caption, asked, pathOf, fields, version, folded, proposed, askPath, children, tools } = props;
  const { without, simulatePath } = props;
  const one = view.columns.find(({ name, frozen }) => name === asked.role && !frozen);
  const yields = !one && asked.view !== "matrix" && proposed.length === 0;
  const path = pathOf({});
  return (
    <div className="grid grid-cols-1 gap-5">
      {children}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <ViewLinks current={one ? "role" : "matrix"} {...{ view, pathOf, without }} />
        <div className="min-w-64 flex-1 sm:max-w-md">
          <TableFilter
            path={path}
            defaultValue={asked.filter}
            keep={{ role: one?.name, view: asked.view ?? undefined }}
            clear={pathOf({ role: one?.name ?? null, view: asked.view })}
          />
        </div>
      </div>
      {one ? <ColumnLinks columns={view.columns} current={one.name} pathOf={(role) => pathOf({ role })} /> : null}
      {one ? <h2 className="text-xl">{one.title}</h2> : null}
      {yields ? <RolesFirst view={view} pathOf={pathOf} /> : null}
      <ActionForm
        key={`${asked.saved} ${asked.set?.set}`}
        action={action}
        label={caption}
        className="grid grid-cols-1 gap-5"
      >
        {Object.entries({ ...fields, role: one?.name ?? "" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TableFields
          {...{ view, caption, version, folded, proposed, yields, askPath, simulatePath }}
          role={one?.name ?? null}
          filter={asked.filter}
        />
      </ActionForm>
      {tools}
    </div>
  );
}
