"use client";
/** The way to the palette: a button in the top bar, and ⌘K or Ctrl K. Without script a plain way to the groups. */
import { Search } from "lucide";
import { useEffect, useRef } from "react";
import { Icon } from "@/app/_ui/icon";
import { isApple, useInBrowser } from "../keys/in-browser";
import { useLateDialog } from "../keys/late-dialog";
import { dialogIsOpen, isSingleKey } from "../keys/single-keys";

const load = () => import("./palette").then(({ Palette }) => Palette);
const leadAway = () => location.assign("/groups");

const look =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md text-sm text-muted no-underline hover:bg-well hover:text-ink @min-[7rem]:min-h-9 @min-[7rem]:border @min-[7rem]:border-line @min-[7rem]:bg-paper @min-[7rem]:px-3 @min-[7rem]:hover:border-edge";

export function PaletteDoor() {
  const { open, show, close, warm, dialog } = useLateDialog(load, leadAway);
  const scripted = useInBrowser();
  usePaletteKeys(open, show, close);
  if (!scripted) {
    return (
      <a href="/groups" className={look}>
        <Words />
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple() ? "Meta+K" : "Control+K"}
        onClick={show}
        onPointerEnter={warm}
        className={look}
      >
        <Words keys={isApple() ? "⌘ K" : "Ctrl K"} />
      </button>
      {dialog}
    </>
  );
}

/** In a narrow place only the sign is seen, in one less narrow the keys as well. */
function Words({ keys }: { keys?: string }) {
  return (
    <>
      <Icon of={Search} />
      <span className="@max-[12rem]:sr-only">Find or go to …</span>
      <span aria-hidden="true" className="min-w-10 text-left text-xs @max-[7rem]:hidden pointer-coarse:hidden">
        {keys}
      </span>
    </>
  );
}

function usePaletteKeys(open: boolean, show: () => void, close: () => void) {
  const latest = useRef({ open, show, close });
  useEffect(() => {
    latest.current = { open, show, close };
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { open, show, close } = latest.current;
      if (isPaletteKey(event)) {
        event.preventDefault();
        if (open) close();
        else if (!dialogIsOpen()) show();
      } else if (isSingleKey(event, "/")) {
        const box = document.querySelector<HTMLInputElement>("main search input[type=search]");
        if (!box) return;
        event.preventDefault();
        box.focus();
        box.select();
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** By the letter, and on keyboards of other scripts by its place. */
function isPaletteKey({ key, code, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const held = isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  const letter = key.toLowerCase() === "k" || (code === "KeyK" && !/^[a-z]$/i.test(key));
  return held && letter && !altKey && !shiftKey;
}
