"use client";
/** What every page's client side shares: the theme, and the nonce for the few styles that controls bring along. */
import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  // A later render brings a later request's nonce, but the document still lives under its first.
  const [first] = useState(nonce);
  return (
    <ThemeProvider attribute="data-theme" enableColorScheme={false} storageKey="guildhall-theme" nonce={first}>
      <CSPProvider nonce={first}>{children}</CSPProvider>
    </ThemeProvider>
  );
}
