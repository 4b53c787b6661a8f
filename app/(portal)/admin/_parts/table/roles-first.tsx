/** On a narrow screen a table opens as its roles: each with how much it holds, and a way to it alone. */
import type { Route } from "next";
import { List, ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { bandsOf, rowsOf, type TableView } from "./view";

type Props = { view: TableView; pathOf(query: Readonly<Record<string, string | null>>): Route };

export function RolesFirst({ view, pathOf }: Props) {
  const own = view.columns.filter(({ frozen }) => !frozen);
  return (
    <div className="grid gap-6 sm:hidden">
      {bandsOf(own).map(({ label }) => (
        <div key={label}>
          <h2 className="mb-1 text-lg">{label}</h2>
          <List label={label}>
            {own
              .filter(({ band }) => band === label)
              .map(({ name, label: role }) => (
                <ListRow
                  key={name}
                  title={
                    <TextLink href={pathOf({ role: name })} bare>
                      {role}
                    </TextLink>
                  }
                  line={counted(view, name)}
                />
              ))}
          </List>
        </div>
      ))}
      <TextLink href={pathOf({ view: "matrix" })}>Show the whole table</TextLink>
    </div>
  );
}

function counted(view: TableView, name: string): string {
  const at = view.columns.findIndex((column) => column.name === name);
  const boxes = rowsOf(view).flatMap(({ cells }) => {
    const cell = cells[at];
    return cell?.kind === "box" ? [cell] : [];
  });
  return `${boxes.filter(({ on }) => on).length} of ${boxes.length} granted`;
}
