/**
 * The two typefaces, served from here. Latin is preloaded, and where it comes too late the page stays as it is, since
 * nothing may move once it is shown; `fonts.css` has the letters that few pages need.
 */
import localFont from "next/font/local";

export const serif = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
  variable: "--font-newsreader",
  weight: "200 800",
  display: "optional",
  adjustFontFallback: "Times New Roman",
});

export const sans = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
  variable: "--font-hanken",
  weight: "100 900",
  display: "optional",
  adjustFontFallback: "Arial",
});
