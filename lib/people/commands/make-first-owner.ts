/** The first site owner, made once, by whoever holds the printed link. Of many at the same moment one succeeds. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { Refusal } from "@/lib/refusal";
import { digestOf, newSecret, sessionIdOf } from "@/lib/session/session";
import type { Viewer } from "@/lib/session/viewer";
import { answerSetup, type SetupAnswer, type SetupFacts } from "../answers";
import { demandHardToGuess } from "../credential";
import { type Address, parseEmail } from "../email";
import { formerSessionEnds, writeAccount } from "../new-account";
import { hashPassword } from "../password/hash";
import { isSetupToken } from "../proof-token";
import type { SetupInput } from "../schema";

/** The role that the setup page offers to every new account. */
export const MEMBER_ROLE = "member";

interface Making {
  /** null only from the portal itself, which was told of the owner when it was started */
  readonly token: string | null;
  readonly id: string;
  readonly name: string;
  readonly address: Address;
  readonly passwordHash: string;
  readonly everyoneIsMember: boolean;
  readonly sessionId: string;
}

export async function findSetup(read: Reader, token: string | null): Promise<SetupFacts> {
  const hash = token !== null && isSetupToken(token) ? await digestOf(token) : null;
  const [row] = await read.rows<SetupFacts>(sql`
    select l.id is not null as known, l.used_at is not null as used, exists (select 1 from account where owner) as "ownerExists"
    from (select 1) one left join setup_link l on l.token_hash = ${hash}::text`);
  return row ?? { known: false, used: false, ownerExists: true };
}

const making: ExclusiveCommand<Making, SetupFacts, SetupAnswer> = {
  way: "exclusive",
  verb: "portal.set-up",
  proceeds: ["made"],
  facts: (read, _viewer, { token }) => findSetup(read, token),

  answer(viewer, facts, { token }) {
    return answerSetup(token === null && isSite(viewer) ? { ...facts, known: true, used: false } : facts);
  },

  // Nothing else is written meanwhile, so the second of two finds an owner.
  exclusively: (_viewer, _facts, { everyoneIsMember }) => ({
    locks: { policy: "update" },
    raises: { settings: everyoneIsMember },
    changes: [],
  }),

  writing(viewer, _facts, { id, name, address, passwordHash, everyoneIsMember, sessionId, token }) {
    const role = everyoneIsMember ? MEMBER_ROLE : viewer.settings.newAccountRole;
    const session = token === null ? undefined : ({ id: sessionId, how: "setup" } as const);
    const account = writeAccount({ id, name, address, passwordHash, role, owner: true, session });
    const events: [AuditEvent, ...AuditEvent[]] = [...account.events];
    const parts: { name: string; statement: SQL }[] = [
      ...account.parts,
      ...formerSessionEnds(viewer.session),
      {
        name: "link_used",
        statement: sql`update setup_link l set used_at = portal_now() from guard where l.used_at is null`,
      },
    ];
    if (everyoneIsMember) {
      parts.push({
        name: "setting_changed",
        statement: sql`update setting s set new_account_role = ${MEMBER_ROLE} from guard`,
      });
      events.push({ event: "setting.changed", after: { newAccountRole: MEMBER_ROLE } });
    }
    return { ...account, parts, events };
  },
};

const make = command(making);

/** `data.secret` is that of the owner's session. From the portal itself `token` is null, and nobody is signed in. */
export async function makeFirstOwner(
  viewer: Viewer,
  { token, name, email, password, everyoneIsMember }: Omit<SetupInput, "token"> & { token: string | null },
): Promise<Outcome<SetupAnswer, { secret: string }>> {
  const address = parseEmail(email);
  if (!address) throw new Refusal("invalid", "That is no e-mail address.", { email: "That is no e-mail address." });
  // A dead link costs no hashing, and says nothing of the password.
  if (token !== null && answerSetup(await findSetup(viewer.portal.store.reader, token)) === "not-found") {
    return { answer: "not-found", done: false, data: null };
  }
  demandHardToGuess("password", password, [name, email]);
  const secret = newSecret();
  const { answer, done } = await make(viewer, {
    ...{ token, name, address, everyoneIsMember },
    id: crypto.randomUUID(),
    passwordHash: await hashPassword(password),
    sessionId: await sessionIdOf(secret),
  });
  return { answer, done, data: done ? { secret } : null };
}
