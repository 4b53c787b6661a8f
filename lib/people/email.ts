// Promise: an address is one mailbox or nothing. Nothing in it can end a header, name a second mailbox, or look like another.
import { z } from "zod";

export interface Address {
  /** as mail is sent to it */
  readonly email: string;
  /** as it is compared */
  readonly key: string;
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address in `raw`, or null. Normalized (NFKC) before it is looked at, so that mail goes to the very address that is
 * compared; the mailbox is plain ASCII, a domain in other letters becomes its `xn--` form. No quotes, comments or IP numbers.
 */
export function parseEmail(raw: string): Address | null {
  if (raw.length > 320) return null;
  const text = raw.normalize("NFKC").trim();
  const at = text.indexOf("@");
  const local = text.slice(0, at);
  if (at < 1 || at !== text.lastIndexOf("@") || local.length > 64 || !LOCAL.test(local)) return null;
  const domain = domainOf(text.slice(at + 1));
  if (domain === null || local.length + domain.length > 253) return null;
  return { email: `${local}@${domain}`, key: `${local}@${domain}`.toLowerCase() };
}

/** The domain that an address, or a list of allowed ones, means; null for what is none. */
export function domainOf(raw: string): string | null {
  const text = raw.normalize("NFKC").toLowerCase();
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(text) || !URL.canParse(`http://${text}`)) return null;
  const domain = new URL(`http://${text}`).hostname;
  const labels = domain.split(".");
  const named = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
  return named ? domain : null;
}

/** An address in a form; its value is what mail is sent to. */
export const emailField = z.string().transform((raw, context) => {
  const address = parseEmail(raw);
  if (address) return address.email;
  context.addIssue({ code: "custom", message: "Type an e-mail address, such as name@example.org." });
  return z.NEVER;
});
