"use client";
/** Tells the portal that somebody, not a preview, opened the link: how often is counted, never who. */
import { useEffect } from "react";

const told = new Set<string>();

export function Beacon({ token }: { token: string }) {
  useEffect(() => {
    if (told.has(token)) return;
    told.add(token);
    // Counting is a courtesy: where it fails, nobody needs to know.
    fetch(`/join/${token}/opened`, { method: "POST", keepalive: true, body: "" }).catch(() => {});
  }, [token]);
  return null;
}
