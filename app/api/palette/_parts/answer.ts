/** What the palette is told: plain values, and of this viewer's only. */
import type { Found } from "@/lib/palette/queries";

export interface Answer extends Found {
  /** with the first answer, to a text that asks for nothing; else null */
  readonly ways: readonly Way[] | null;
}

/** A page to go to, or something to do there; `sign-out` is done on the spot. */
export interface Way {
  readonly kind: "page" | "action";
  readonly label: string;
  readonly sign: "page" | "new" | "out";
  /** other words by which it is found */
  readonly words?: string;
  readonly does: { readonly go: string } | "sign-out";
  /** not suggested, only found */
  readonly quiet?: boolean;
}
