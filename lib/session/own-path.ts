/** Where somebody goes on after signing in: a page of this portal, whatever the address asked for. */

const PLAIN_PATH = /^\/(?![/\\])[\w.~!$&'()*+,;=:@%/?-]{0,500}$/;
const NEVER = /^\/(api|sign-in|sign-out|sign-up|setup|demo|_next)([/?]|$)/;

/** `wanted` if it is a path within this portal that a browser cannot read as anything else, or `fallback`. */
export function ownPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !PLAIN_PATH.test(wanted) || NEVER.test(wanted)) return fallback;
  const base = "https://portal.invalid";
  if (!URL.canParse(wanted, base)) return fallback;
  const { origin, pathname, search } = new URL(wanted, base);
  // `/.//x` becomes `//x` once its dots are taken out, and so does what a proxy decodes.
  const twisted = /\/\/|\\|%2f|%5c/i.test(pathname);
  return origin === base && !twisted ? pathname + search : fallback;
}
