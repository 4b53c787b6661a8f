/** A permission table with its form: what was saved last, the columns one at a time, and the cells. */
import type { Route } from "next";
import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { ColumnLinks } from "./column-links";
import { TableFields } from "./table-fields";
import { type TableView, withColumns } from "./view";

type Props = {
  action: FormAction;
  view: TableView;
  /** names the table */
  caption: string;
  /** the column that is shown alone, if there is such a column */
  role: string | null;
  pathOf(role: string | null): Route;
  /** hidden fields of the form besides the table's own */
  fields: Readonly<Record<string, string>>;
  version?: number;
  folded?: Parameters<typeof TableFields>[0]["folded"];
  /** which save this page tells of: a form begins anew after each */
  saved: string | null;
  children?: ReactNode;
};

export function TableForm({ action, view, caption, role, pathOf, fields, version, folded, saved, children }: Props) {
  const one = view.columns.find(({ name, frozen }) => name === role && !frozen);
  const shown = one ? withColumns(view, ({ name }) => name === one.name) : view;
  return (
    <div className="grid grid-cols-1 gap-5">
      {children}
      <ColumnLinks columns={view.columns} current={one?.name ?? null} pathOf={pathOf} />
      {one ? <h2 className="text-xl">{one.title}</h2> : null}
      <ActionForm key={`${saved} ${one?.name}`} action={action} label={caption} className="grid grid-cols-1 gap-5">
        {Object.entries({ ...fields, role: one?.name ?? "" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TableFields view={shown} caption={caption} role={one?.name ?? null} version={version} folded={folded} />
      </ActionForm>
    </div>
  );
}
