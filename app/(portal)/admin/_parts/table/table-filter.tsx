"use client";
/** Narrows the rows of the table while one types; without script it asks the server. The address keeps it. */
import { useState } from "react";
import { SearchBox } from "@/app/_ui/search-box";
import { FLAGS } from "./filter";

/** Told on the document: which rows are wanted, and whom to tell how many are left. */
export const FILTERED = "guildhall:table-filter";
export interface Filtered {
  readonly text: string;
  tell(rows: number): void;
}

type Props = { path: string; defaultValue: string; keep: Readonly<Record<string, string | undefined>>; clear: string };

export function TableFilter({ path, defaultValue, keep, clear }: Props) {
  const [left, setLeft] = useState<number | null>(null);

  function filter(text: string) {
    const detail: Filtered = { text, tell: setLeft };
    document.dispatchEvent(new CustomEvent(FILTERED, { detail }));
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  return (
    <div
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) filter(target.value);
      }}
      onSubmit={(event) => event.preventDefault()}
      className="grid gap-1"
    >
      <SearchBox
        action={path}
        label="Filter the permissions"
        placeholder={`A word, or is:${FLAGS[0]}`}
        defaultValue={defaultValue}
        keep={keep}
        clear={clear as never}
      />
      <p aria-live="polite" className="min-h-5 text-xs text-muted">
        {left === null
          ? `Also ${FLAGS.slice(1)
              .map((flag) => `is:${flag}`)
              .join(", ")}.`
          : left === 0
            ? "No row fits."
            : `${left} ${left === 1 ? "row" : "rows"} fit.`}
      </p>
    </div>
  );
}
