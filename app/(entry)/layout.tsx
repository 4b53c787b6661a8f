/** The frame of the pages by which one comes in. It knows nobody but who looks as somebody else. */
import type { ReactNode } from "react";
import { ViewingAs } from "../_parts/viewing-as";
import { AppShell } from "../_ui/app-shell";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ViewingAs />
      <AppShell home="/" width="narrow">
        {children}
      </AppShell>
    </>
  );
}
