import { isSlug } from "./slug";

/** What an address of a group looks like: anything else names no group, and no statement chokes on it. */
export function slugOf(text: string): string | null {
  return isSlug(text) ? text : null;
}
