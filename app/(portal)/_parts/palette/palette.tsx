"use client";
/** Everything that one may see and do here, by typing: groups, people, pages, actions. */
import { Command } from "cmdk";
import { LoaderCircle, Search, X } from "lucide";
import { type RefObject, useRef, useState } from "react";
import { Dialog } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import type { LateProps } from "../keys/late-dialog";
import { useAsking } from "./asking";
import { useDoing } from "./doing";
import { Foot, Trouble } from "./foot";
import { PaletteList } from "./list";
import { type Doing, sectionsOf } from "./sections";

export function Palette({ open, onOpenChange }: LateProps) {
  const input = useRef<HTMLInputElement>(null);
  const carryOut = useDoing();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Find or go to" quiet first={input} className="max-w-2xl">
      <Finder
        input={input}
        onClose={() => onOpenChange(false)}
        onChoose={(does) => {
          onOpenChange(false);
          carryOut(does);
        }}
      />
    </Dialog>
  );
}

type Props = {
  input: RefObject<HTMLInputElement | null>;
  onChoose: (does: Doing) => void;
  onClose: () => void;
};

/** Lives as long as the dialog is open, so that each opening begins anew. */
function Finder({ input, onChoose, onClose }: Props) {
  const [q, setQ] = useState("");
  // The first item is chosen until somebody moves by hand: answers may still come in above it.
  const [picked, setPicked] = useState<string | null>(null);
  const moves = useRef(false);
  const asking = useAsking(q);
  const sections = sectionsOf(q, asking.start, asking.latest, asking.state === "told");
  const ids = sections.flatMap(({ items }) => items.map(({ id }) => id));
  const chosen = picked !== null && ids.includes(picked) ? picked : (ids[0] ?? "");
  const byHand = () => {
    moves.current = true;
  };
  return (
    <Command
      label="Find or go to"
      shouldFilter={false}
      vimBindings={false}
      loop
      value={chosen}
      onValueChange={(id) => (moves.current ? setPicked(id) : undefined)}
      onKeyDownCapture={({ key }) => (key.startsWith("Arrow") ? byHand() : undefined)}
      onPointerMoveCapture={byHand}
      className="flex min-h-0 flex-col focus:outline-none"
    >
      <div className="ledger-rule mx-3 flex items-center gap-3 px-2 focus-within:border-accent sm:mx-4">
        <Icon
          of={asking.state === "asking" ? LoaderCircle : Search}
          className={`text-muted ${asking.state === "asking" ? "animate-spin" : ""}`}
        />
        <Command.Input
          ref={input}
          value={q}
          onValueChange={(text) => {
            moves.current = false;
            setPicked(null);
            setQ(text);
          }}
          onKeyDown={(event) => {
            // They move within the text, as in every other field.
            if (event.key === "Home" || event.key === "End") event.stopPropagation();
          }}
          maxLength={80}
          enterKeyHint="go"
          placeholder="A group, a person, a page …"
          className="min-h-14 min-w-0 flex-1 bg-transparent font-serif text-xl placeholder:text-muted focus:outline-none"
        />
        {/* On a small screen nothing is left around the sheet to press, and there may be no Escape. */}
        <button
          type="button"
          onClick={onClose}
          className="-mr-2 grid size-11 place-items-center rounded-md text-muted sm:hidden"
        >
          <Icon of={X} label="Close" />
        </button>
      </div>
      <PaletteList sections={sections} onChoose={onChoose} />
      <Trouble asking={asking} q={q.trim()} nothing={ids.length === 0} />
      <Foot count={asking.state === "told" ? ids.length : null} />
    </Command>
  );
}
