import { type SQL, sql } from "drizzle-orm";
import { fold } from "@/lib/fold";
import type { AuditEvent, Errand, Writing } from "@/lib/gate/command";
import { type SessionOrigin, sessionRow } from "@/lib/session/session";
import type { Address } from "./email";

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly address: Address;
  readonly passwordHash: string;
  /** global role given at once, or null */
  readonly role: string | null;
  readonly owner?: boolean;
  /** inactive until the address is proven, and not signed in */
  readonly awaitsProof?: boolean;
  readonly session?: { readonly id: string; readonly how: SessionOrigin };
}

/** The parts of a writing that make an account, with its log lines and the mail that proves its address. */
export function writeAccount(
  made: NewAccount,
): Pick<Writing, "parts"> & { events: [AuditEvent, ...AuditEvent[]]; errands: Errand[] } {
  const { id, name, address, passwordHash, role, owner = false, awaitsProof = false, session } = made;
  const parts: { name: string; statement: SQL }[] = [
    {
      name: "account_made",
      statement: sql`insert into account (id, name, name_key, active, owner, awaits_proof, email, email_key)
        select ${id}::uuid, ${name}, ${fold(name)}, ${!awaitsProof}::boolean, ${owner}::boolean, ${awaitsProof}::boolean,
          ${address.email}, ${address.key} from guard returning id`,
    },
    {
      name: "credential_made",
      statement: sql`insert into credential (account_id, password_hash) select ${id}::uuid, ${passwordHash} from guard`,
    },
  ];
  const events: [AuditEvent, ...AuditEvent[]] = [{ event: "account.created", accountId: id, accountName: name }];
  if (owner) events.push({ event: "account.owner-made", accountId: id, accountName: name });
  if (role) {
    parts.push({
      name: "role_given",
      statement: sql`insert into account_role (account_id, role) select ${id}::uuid, ${role} from guard`,
    });
    events.push({ event: "account.role-given", accountId: id, accountName: name, role, cause: "account.created" });
  }
  if (session) parts.push({ name: "session_begun", statement: sessionRow(session.id, id, session.how, sql`guard`) });
  return { parts, events, errands: [{ kind: "mail", payload: { template: "confirm-address", accountId: id } }] };
}

/** The end of the session that the same browser had before. */
export function formerSessionEnds(session: string | null): { name: string; statement: SQL }[] {
  if (!session) return [];
  return [{ name: "session_ended", statement: sql`delete from session s using guard where s.id = ${session}` }];
}
