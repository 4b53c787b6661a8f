"use client";
/** Everything that one may see and do here, by typing: groups, people, pages, actions. */
import { Command } from "cmdk";
import { type RefObject, useRef, useState } from "react";
import { Dialog } from "@/app/_ui/dialog";
import type { LateProps } from "../keys/late-dialog";
import { useAsking } from "./asking";
import { useChoice } from "./choice";
import { useDoing } from "./doing";
import { PaletteField } from "./field";
import { Foot, Trouble } from "./foot";
import { PaletteList } from "./list";
import { type Doing, sectionsOf } from "./sections";

const NAME = "Find or go to";

export function Palette({ open, onOpenChange }: LateProps) {
  const input = useRef<HTMLInputElement>(null);
  const carryOut = useDoing();
  const close = () => onOpenChange(false);
  const choose = (does: Doing) => {
    close();
    carryOut(does);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={NAME} quiet first={input} className="max-w-2xl">
      <Finder input={input} onChoose={choose} onClose={close} />
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
  const asking = useAsking(q);
  const told = asking.state === "told";
  const sections = sectionsOf(q, asking.start, asking.latest, told);
  const ids = sections.flatMap(({ items }) => items.map(({ id }) => id));
  const choice = useChoice(ids);
  const type = (text: string) => {
    choice.restart();
    setQ(text);
  };
  return (
    <Command
      label={NAME}
      shouldFilter={false}
      vimBindings={false}
      loop
      {...choice.wiring}
      className="flex min-h-0 flex-col focus:outline-none"
    >
      <PaletteField field={input} value={q} busy={asking.state === "asking"} onType={type} onClose={onClose} />
      <PaletteList sections={sections} onChoose={onChoose} />
      <Trouble asking={asking} q={q.trim()} nothing={ids.length === 0} />
      <Foot count={told ? ids.length : null} />
    </Command>
  );
}
