/** What an id looks like: anything else names nothing, and no statement chokes on it. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function uuidOf(text: string): string | null {
  return UUID.test(text) ? text : null;
}
