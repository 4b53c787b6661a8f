/** What an id and an address of a group look like: anything else names no group, and no statement chokes on it. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{6}$/;
const SLUG_LENGTH = 80;

export function uuidOf(text: string): string | null {
  return UUID.test(text) ? text : null;
}

export function slugOf(text: string): string | null {
  return text.length <= SLUG_LENGTH && SLUG.test(text) ? text : null;
}
