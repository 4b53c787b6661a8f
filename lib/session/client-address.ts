/** Where a request comes from, for rate limits only, and believed only as far as one's own proxies wrote it. */

/** One key for all whose address nobody vouches for. */
export const UNKNOWN_CLIENT = "local";

/**
 * `forwarded` is X-Forwarded-For, to which every proxy appends whom it speaks to. With `hops` proxies of one's own the
 * sender is the entry that the outermost of them wrote; everything before it is the sender's own word.
 */
export function clientAddress(forwarded: string | null, hops: number): string {
  if (!forwarded || hops < 1) return UNKNOWN_CLIENT;
  const entry = forwarded.split(",").at(-hops)?.trim().toLowerCase() ?? "";
  const address = entry.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(address)) return address;
  return URL.canParse(`http://[${address}]`) ? networkOf(new URL(`http://[${address}]`).hostname) : UNKNOWN_CLIENT;
}

/** A household has a whole /64 of IPv6 addresses; they count as one. */
function networkOf(bracketed: string): string {
  const [head = "", tail] = bracketed.slice(1, -1).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4).join(":");
}
