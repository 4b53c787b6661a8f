"use client";
import type { Route } from "next";
/** Why a cell is as it is: one note for all cells, opened by Enter or by the mark beside a box. */
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { cellFrom } from "@/lib/group-types/schema-cell";
import { NOTE } from "./notes";
import { stateOf, WORDS, wordsFor } from "./states";
import type { TableStore } from "./store";
import { rowsOf, type TableView } from "./view";

export interface Asked {
  readonly id: string;
  readonly at: HTMLElement;
}

type Props = {
  view: TableView;
  store: TableStore;
  asked: Asked | null;
  close: () => void;
  askPath: string | null;
};

export function WhyPopover({ view, store, asked, close, askPath }: Props) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked && note.current) openAt(note.current, asked.at);
  }, [asked]);
  const found = asked && find(view, asked.id);
  const state = found && stateOf(view, store.ticks, found.column, found.row, found.cell);
  const words = found && state && wordsFor(view, found.column, found.row, found.cell, state);
  return (
    <div
      ref={note}
      popover="auto"
      role="dialog"
      aria-label={found ? `Why, ${found.row.label} for ${found.column.title}` : "Why"}
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState !== "closed" || !asked) return;
        const box = asked.at.querySelector<HTMLElement>("input");
        if (document.activeElement === document.body || note.current?.contains(document.activeElement)) box?.focus();
        close();
      }}
      className={`${NOTE} m-0 max-w-80`}
    >
      {found && state && words ? (
        <div className="grid gap-2">
          <p className="font-semibold">
            {found.row.label} for {found.column.title}: {WORDS[state.word]}
          </p>
          <p className="text-muted">{found.row.help}</p>
          {words.said.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {words.offers.map(({ id, label }) => (
            <Button
              key={id}
              size="sm"
              variant="soft"
              onClick={() => {
                store.set([id], true);
                note.current?.hidePopover();
              }}
            >
              {label}
            </Button>
          ))}
          {askPath ? (
            <Link href={`${askPath}${found.row.key}` as Route} prefetch={false} className="link w-fit">
              Ask about somebody
            </Link>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function find(view: TableView, id: string) {
  const { role, permission } = cellFrom(id);
  const at = view.columns.findIndex(({ name }) => name === role);
  const column = view.columns[at];
  const row = rowsOf(view).find(({ key }) => key === permission);
  const cell = row?.cells[at];
  return column && row && cell ? { column, row, cell } : null;
}

const GAP = 6;

/** Below the cell, or above it where there is no room. */
function openAt(note: HTMLElement, cell: HTMLElement): void {
  note.showPopover();
  const { left, top, bottom, width } = cell.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  const x = Math.min(Math.max(left + width / 2 - offsetWidth / 2, GAP), innerWidth - offsetWidth - GAP);
  const below = bottom + GAP + offsetHeight <= innerHeight;
  note.style.left = `${x}px`;
  note.style.top = `${below ? bottom + GAP : Math.max(top - GAP - offsetHeight, GAP)}px`;
  note.focus();
}
