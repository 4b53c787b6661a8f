"use client";
/** Rewrites every `Time` on the page in the reader's zone, also those that arrive later. */
import { useEffect } from "react";
import { localText } from "./time-text";

function rewrite(root: ParentNode) {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-show]")) {
    const text = time.firstChild;
    const show = time.dataset.show === "day" ? "day" : "moment";
    const local = localText(new Date(time.dateTime), show);
    // React keeps the text node; only its words change.
    if (text && text.nodeValue !== local) text.nodeValue = local;
  }
}

export function ReaderTimes() {
  useEffect(() => {
    rewrite(document);
    const observer = new MutationObserver(() => rewrite(document));
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["datetime"] });
    return () => observer.disconnect();
  }, []);
  return null;
}
