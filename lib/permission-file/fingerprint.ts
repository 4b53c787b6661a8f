/** Which state of the tables a plan was made on: how far the log was, and a digest of what its reader may administer. */
import { createHash } from "node:crypto";
import { type WritableTables, writeTables } from "./write";

const SHAPE = /^(\d{1,15})-([0-9a-f]{16})$/;

export interface Fingerprint {
  /** the newest line of the log by then */
  readonly logged: number;
  readonly digest: string;
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

export const stateOf = (tables: WritableTables): string => digestOf(writeTables(tables));

export const fingerprintText = ({ logged, digest }: Fingerprint): string => `${logged}-${digest}`;

/** Null for what no plan was ever called. */
export function fingerprintFrom(text: string): Fingerprint | null {
  const [, logged, digest] = SHAPE.exec(text.trim()) ?? [];
  return logged && digest ? { logged: Number(logged), digest } : null;
}
