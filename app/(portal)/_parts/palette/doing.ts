/** Carries out what somebody chose in the palette. */
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { startTransition } from "react";
import { signOutAction } from "@/lib/people/actions";
import { HELP_WANTED } from "../keys/single-keys";
import type { Doing } from "./sections";

export function useDoing(): (does: Doing) => void {
  const router = useRouter();
  const { setTheme } = useTheme();
  return (does) => {
    if (does === "help") document.dispatchEvent(new Event(HELP_WANTED));
    else if (does === "sign-out") startTransition(() => signOutAction(new FormData()));
    else if ("theme" in does) setTheme(does.theme);
    else router.push(does.go as Route);
  };
}
