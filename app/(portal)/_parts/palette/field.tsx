"use client";
import { Command } from "cmdk";
import { LoaderCircle, Search, X } from "lucide";
import type { KeyboardEvent, RefObject } from "react";
import { Icon } from "@/app/_ui/icon";

type Props = {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  busy: boolean;
  onType: (text: string) => void;
  onClose: () => void;
};

export function PaletteField({ field, value, busy, onType, onClose }: Props) {
  return (
    <div className="ledger-rule mx-3 flex items-center gap-3 px-2 focus-within:border-accent sm:mx-4">
      <Icon of={busy ? LoaderCircle : Search} className={`text-muted ${busy ? "animate-spin" : ""}`} />
      <Command.Input
        ref={field}
        value={value}
        onValueChange={onType}
        onKeyDown={withinText}
        maxLength={80}
        enterKeyHint="go"
        placeholder="A group, a person …"
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
  );
}

/** Home and End move within the text, as in every other field, not within the list. */
function withinText(event: KeyboardEvent): void {
  if (event.key === "Home" || event.key === "End") event.stopPropagation();
}
