/** One column of a table as a list, with every reason in words: for narrow screens, and for looking at one role. */
import { Lock } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { Box, signOf } from "./cells";
import { fits } from "./filter";
import { High, type Shown } from "./matrix";
import { stateOf, WORDS, wordsFor } from "./states";
import { boxId, type CellView, type ColumnView, type RowView } from "./view";

type Props = Shown & { column: ColumnView };

export function RoleList({ column, ...shown }: Props) {
  const at = shown.view.columns.indexOf(column);
  return (
    <div data-grid className="grid gap-8">
      {shown.view.sections.map(({ label, rows }) => (
        <fieldset key={label} data-section={label} hidden={!rows.some((row) => fits(shown.wanted, shown, label, row))}>
          <legend className="mb-1 font-serif text-lg">{label}</legend>
          <ul className="border-t border-line">
            {rows.map((row) => {
              const cell = row.cells[at];
              return cell ? (
                <Line key={row.key} {...{ row, cell, column, shown }} hidden={!fits(shown.wanted, shown, label, row)} />
              ) : null;
            })}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

type LineProps = { row: RowView; cell: CellView; column: ColumnView; shown: Shown; hidden: boolean };

function Line({ row, cell, column, shown: { view, ticks, stored }, hidden }: LineProps) {
  const id = boxId(column.name, row.key);
  const state = stateOf(view, ticks, column, row, cell);
  const { said } = wordsFor(view, column, row, cell, state);
  const isBox = cell.kind === "box" && cell.lock === null;
  const name = (
    <>
      <span className="font-semibold">{row.label}</span>
      {row.high ? <High /> : null}
    </>
  );
  return (
    <li
      data-row={row.key}
      data-cell={id}
      data-state={state.word}
      data-lost={state.lost || undefined}
      data-sign={signOf(stored.has(id), ticks.has(id))}
      hidden={hidden}
      className="permission-line"
    >
      {isBox ? (
        <Box id={id} ticked={ticks.has(id)} describedBy={`${id}-help`} />
      ) : (
        <NoBox cell={cell} word={state.word} />
      )}
      <div>
        {isBox ? (
          <label htmlFor={id}>
            {name}
            <span className="sr-only"> for {column.title}</span>
          </label>
        ) : (
          name
        )}
        <p id={`${id}-help`} className="text-muted">
          {row.help}
          <span data-said className="mt-0.5 block text-ink">
            {said.join(" ")}
          </span>
        </p>
      </div>
    </li>
  );
}

function NoBox({ cell, word }: { cell: CellView; word: keyof typeof WORDS }) {
  if (cell.kind === "impossible") return <span className="hatched mt-px size-5 rounded-sm border border-rule" />;
  return <Icon of={Lock} size={18} className="mt-0.5 text-muted" label={WORDS[word]} />;
}
