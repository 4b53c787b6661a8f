/** The answers to the two questions, and the flags that they stand for. Pure and client-safe. */

/** who can find it */
export type Finds = "everybody" | "link" | "nobody";
/** how people get in */
export type Enters = "once" | "approval";

interface Said {
  readonly internal: boolean;
  readonly hidden: boolean;
  readonly open: boolean;
}

export function answersOf(flags: Said): { finds: Finds; enters: Enters } {
  const finds = flags.internal ? "nobody" : flags.hidden ? "link" : "everybody";
  return { finds, enters: flags.open ? "once" : "approval" };
}

/** “Nobody” says nothing of who would find the group once it is internal no more. */
export function flagsOf(finds: Finds, enters: Enters): Omit<Said, "hidden"> & { readonly hidden?: boolean } {
  const open = enters === "once";
  return finds === "nobody" ? { internal: true, open } : { internal: false, hidden: finds === "link", open };
}
