/** Type, theme and nonce, for every page alike. It knows no viewer, and runs at the edge as well. */
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "./_ui/providers";
import { ReaderTimes } from "./_ui/reader-times";
import { sans, serif } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Guildhall", template: "%s · Guildhall" },
  description: "Where a community decides who is in which group, who may join, and what each may do there.",
  icons: "/icon.svg",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfdfa" },
    { media: "(prefers-color-scheme: dark)", color: "#1f211a" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Asking for the nonce is also what keeps every page from being rendered once for all.
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
        <ReaderTimes />
      </body>
    </html>
  );
}
