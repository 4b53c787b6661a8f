"use client";
/** The way to the help about keys: a button below every page, and the key “?”. */
import { useEffect, useRef } from "react";
import { useLateDialog } from "./late-dialog";
import { HELP_WANTED, isSingleKey } from "./single-keys";

const load = () => import("./help").then(({ KeyboardHelp }) => KeyboardHelp);

export function HelpDoor() {
  const { show, warm, dialog } = useLateDialog(load, () => {});
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    const onWanted = () => latest.current();
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event, "?")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener(HELP_WANTED, onWanted);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener(HELP_WANTED, onWanted);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={show}
        onPointerEnter={warm}
        className="link min-h-8 text-muted [@media(scripting:none)]:hidden"
      >
        Keyboard help
      </button>
      {dialog}
    </>
  );
}
