"use client";
/** On paper alone: the day on which it was printed, since a printed list grows old. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Time } from "./time";

export function PrintedOn() {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    // The page may have stood open for days; the browser takes its picture right after this event.
    const onPrint = () => flushSync(() => setAt(new Date()));
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, []);
  return (
    <p className="hidden text-sm print:block">
      Printed on <Time at={at} show="day" />
    </p>
  );
}
