/** The frame of the pages by which one comes in. It knows nobody. */
import type { ReactNode } from "react";
import { AppShell } from "../_ui/app-shell";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell home="/" width="narrow">
      {children}
    </AppShell>
  );
}
