/** The secret of a join link: 256 random bits behind a prefix that names what it is. Only its digest is stored. */

const PREFIX = "ghj_";
const SHOWN = 6;

export interface NewToken {
  /** shown once, to whoever made the link */
  readonly token: string;
  readonly hash: string;
  /** the first characters, by which managers tell links apart */
  readonly shown: string;
}

export async function newToken(): Promise<NewToken> {
  const token = PREFIX + base64url(crypto.getRandomValues(new Uint8Array(32)));
  return { token, hash: await hashToken(token), shown: token.slice(0, PREFIX.length + SHOWN) };
}

/** SHA-256 of the token as 64 hexadecimal digits: what a link is looked up by. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a text can be a join token at all; anything else is not looked up. */
export function isJoinToken(text: string): boolean {
  return /^ghj_[A-Za-z0-9_-]{43}$/.test(text);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
