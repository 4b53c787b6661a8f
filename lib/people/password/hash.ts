// Promise: passwords are kept as argon2id hashes only, and hashing never takes the whole machine, however many sign in.
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { normalizePassword } from "./rules";
import { type Turns, takeTurns } from "./turns";

const ARGON2ID: Algorithm.Argon2id = 2;
// 19 MiB, two passes, one lane: about 10 ms.
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const WAITING_AT_MOST = 200;

/** A hash that no password is meant to fit, of the same cost as every other: for accounts that are not there. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalizePassword(password), COST));
}

/** Whether the password fits; a hash that is none fits nothing. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, normalizePassword(password)).catch(() => false));
}

// One limit for the process, also where the build has several copies of this module.
const shared = globalThis as { guildhallHashing?: Turns };
shared.guildhallHashing ??= takeTurns(AT_ONCE, WAITING_AT_MOST);
const inTurn = shared.guildhallHashing;
