"use client";
/** Which keys do what, and the switch for those that do it by themselves. */
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Kbd } from "@/app/_ui/kbd";
import { isApple } from "./in-browser";
import type { LateProps } from "./late-dialog";
import { keepSingleKeys, singleKeysOn } from "./single-keys";

export function KeyboardHelp({ open, onOpenChange }: LateProps) {
  const close = useRef<HTMLButtonElement>(null);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" first={close} className="max-w-lg">
      <div className="grid gap-6 overflow-y-auto px-5 py-5 sm:px-6">
        <Keys title="Everywhere">
          <Key keys={isApple() ? ["⌘", "K"] : ["Ctrl", "K"]}>Find a group or a person, or go to a page</Key>
          <Key keys={["/"]}>To the search box of this page, where it has one</Key>
          <Key keys={["?"]}>This help</Key>
          <Key keys={["Esc"]}>Close what is open</Key>
        </Keys>
        <Keys title="While you find something">
          <Key keys={["↑", "↓"]}>Up and down what was found</Key>
          <Key keys={["Enter"]}>Go there, or do it</Key>
        </Keys>
        <Keys title="In a table of permissions">
          <Key keys={["←", "↑", "↓", "→"]}>From cell to cell, with Shift a block of them</Key>
          <Key keys={["Home", "End"]}>To the ends of the row, with Ctrl of the table</Key>
          <Key keys={["Space"]}>Tick or untick, the whole block at once</Key>
          <Key keys={["Enter"]}>Why the cell is as it is</Key>
          <Key keys={isApple() ? ["⌘", "Z"] : ["Ctrl", "Z"]}>Take the last step back, with Shift do it again</Key>
        </Keys>
        <SingleKeys />
        <Button
          ref={close}
          onClick={() => onOpenChange(false)}
          className="justify-self-start max-sm:justify-self-stretch"
        >
          Close
        </Button>
      </div>
    </Dialog>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-base">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Key({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <div className="flex flex-row-reverse items-baseline justify-between gap-4 border-b border-line py-2 text-sm last:border-0">
      <dt className="flex shrink-0 gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function SingleKeys() {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <label className="flex items-start gap-3 text-sm">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          keepSingleKeys(target.checked);
          setOn(target.checked);
        }}
        className="mt-0.5 size-5 shrink-0"
      />
      <span>
        Keys that work by themselves
        <span className="block text-muted">
          “/” and “?” act without Ctrl. Switch them off where they get in your way.
        </span>
      </span>
    </label>
  );
}
