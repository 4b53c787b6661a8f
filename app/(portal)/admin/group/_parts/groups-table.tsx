// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks, rows and cells lose their roles in some browsers.
"use client";
/**
 * The list of all groups: a plain table of boxes to tick without script. With it rows are chosen in stretches, columns
 * put away, and a list that fits on one page is sorted by any of them.
 */
import { type Header, type Row, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import type { OverviewLine } from "@/lib/groups/queries/list-overview";
import { Chosen } from "./chosen";
import type { Hideable } from "./column-words";
import { columns, features } from "./columns";

type Props = {
  lines: readonly OverviewLine[];
  hide: readonly Hideable[];
  /** everything that was asked for stands here, so it can be sorted here */
  whole: boolean;
  /** rows that come ticked */
  chosen: readonly string[];
  /** the choice of a change, and the buttons that lead to what would follow from it */
  children: ReactNode;
};

export function GroupsTable({ lines, hide, whole, chosen: before, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const data = useMemo(() => [...lines], [lines]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (line) => line.slug,
    enableSorting: whole,
    enableMultiSort: false,
    initialState: { rowSelection: Object.fromEntries(before.map((slug) => [slug, true as const])) },
    state: { columnVisibility: Object.fromEntries(hide.map((column) => [column, false])) },
  });
  const [ready, setReady] = useState(false);

  // What was ticked before the script came counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script has come.
  useLayoutEffect(() => {
    const ticked = box.current?.querySelectorAll<HTMLInputElement>('input[name="group"]:checked') ?? [];
    table.setRowSelection(Object.fromEntries([...ticked].map(({ value }) => [value, true as const])));
    setReady(true);
  }, []);

  const chosen = table.getSelectedRowIds().filter((id) => lines.some(({ slug }) => slug === id)).length;
  return (
    <div ref={box} className="@container">
      <table className="w-full border-collapse text-sm @max-5xl:block">
        <caption className="sr-only">Groups</caption>
        <thead role="rowgroup" className="@max-5xl:block">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" className="border-b border-edge @max-5xl:block @max-5xl:pb-2">
              <th scope="col" className="w-9 py-2 pr-3 text-left @5xl:pl-2 @max-5xl:block @max-5xl:w-auto">
                {ready ? (
                  <label className="flex items-center gap-3">
                    <input
                      type="checkbox"
                      className="size-5"
                      checked={table.getIsAllRowsSelected()}
                      onChange={table.getToggleAllRowsSelectedHandler()}
                    />
                    <span className="text-xs font-semibold text-muted @5xl:sr-only">Choose all on this page</span>
                  </label>
                ) : (
                  <span className="sr-only">Chosen</span>
                )}
              </th>
              {group.headers.map((header) => (
                <Head key={header.id} header={header} label={<table.FlexRender header={header} />} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup" className="@max-5xl:block">
          {table.getRowModel().rows.map((row) => (
            <Line key={row.id} row={row}>
              {row.getVisibleCells().map((cell, at) =>
                at === 0 ? (
                  <th
                    key={cell.id}
                    scope="row"
                    role="rowheader"
                    className="py-2.5 pr-4 text-left font-semibold @5xl:min-w-56 @5xl:wrap-anywhere"
                  >
                    <table.FlexRender cell={cell} />
                  </th>
                ) : (
                  <td
                    key={cell.id}
                    role="cell"
                    data-label={String(cell.column.columnDef.header)}
                    data-words={SOMEBODYS.has(cell.column.id) || undefined}
                    className="py-2.5 pr-4 last:pr-2 data-words:@5xl:min-w-24 data-words:@5xl:wrap-anywhere @max-5xl:col-start-2 @max-5xl:flex @max-5xl:gap-3 @max-5xl:py-0.5 @max-5xl:before:w-24 @max-5xl:before:shrink-0 @max-5xl:before:text-muted @max-5xl:before:content-[attr(data-label)] @max-5xl:empty:hidden @5xl:empty:before:text-muted @5xl:empty:before:content-['–']"
                  >
                    <table.FlexRender cell={cell} />
                  </td>
                ),
              )}
            </Line>
          ))}
        </tbody>
      </table>
      <Chosen count={ready ? chosen : null} onClear={() => table.resetRowSelection(true)}>
        {children}
      </Chosen>
    </div>
  );
}

/** Columns of what somebody called something: one word of it may be long, and breaks. */
const SOMEBODYS: ReadonlySet<string> = new Set(["type", "eligible", "confers"]);

function Line({ row, children }: { row: Row<typeof features, OverviewLine>; children: ReactNode }) {
  return (
    <tr
      role="row"
      className="border-b border-line align-middle hover:bg-well/50 has-checked:bg-accent-wash @max-5xl:grid @max-5xl:grid-cols-[auto_minmax(0,1fr)] @max-5xl:gap-x-3 @max-5xl:py-2 @max-5xl:wrap-anywhere"
    >
      <td role="cell" className="py-2.5 pr-3 @5xl:pl-2">
        <input
          type="checkbox"
          name="group"
          value={row.id}
          aria-label={`Choose ${row.original.name}`}
          className="block size-5"
          checked={row.getIsSelected()}
          onChange={row.getToggleSelectedHandler()}
        />
      </td>
      {children}
    </tr>
  );
}

const ORDERS = { asc: "ascending", desc: "descending" } as const;

function Head({ header, label }: { header: Header<typeof features, OverviewLine>; label: ReactNode }) {
  const { column } = header;
  const order = column.getIsSorted();
  return (
    <th
      scope="col"
      aria-sort={order ? ORDERS[order] : undefined}
      className="py-2 pr-4 text-left text-xs font-semibold text-muted last:pr-2 @max-5xl:hidden"
    >
      {column.getCanSort() ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        >
          {label}
          {order ? <Icon of={order === "asc" ? ArrowUp : ArrowDown} size={14} /> : null}
        </button>
      ) : (
        label
      )}
    </th>
  );
}
