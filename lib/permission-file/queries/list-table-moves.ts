/** What was changed in the tables since a plan was made, as the log tells it, for those who may administer that part. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { globalPermission, groupPermission, isGlobalPermission, isGroupPermission } from "@/lib/policy/catalogue";
import type { Parts } from "./find-export";

export interface TableMove {
  readonly words: string;
  /** who did it, null for the portal itself */
  readonly by: string | null;
  /** ISO, UTC */
  readonly at: string;
}

interface Line {
  event: string;
  type: string | null;
  role: string | null;
  permission: string | null;
  by: string | null;
  at: string;
}

const MOST = 50;

/** Oldest first, at most fifty. */
export async function listTableMoves(read: Reader, since: number, parts: Parts): Promise<TableMove[]> {
  const lines = await read.rows<Line>(sql`
    select event, type, role, permission, actor_name as by,
      to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from audit
    where id > ${since} and case
      when event like 'type.%' or type is not null then ${parts.types}::boolean and event ~ '^(type|role|permission)[.]'
      else ${parts.globalRoles}::boolean and event ~ '^(role|permission)[.]' end
    order by id limit ${MOST}`);
  return lines.map(({ by, at, ...line }) => ({ words: wordsOf(line), by, at }));
}

function wordsOf({ event, type, role, permission }: Omit<Line, "by" | "at">): string {
  const [noun, verb] = event.split(".");
  const of = type ? ` of the type “${type}”` : "";
  if (noun === "permission") {
    const [did, to] = verb === "granted" ? ["Granted", "to"] : ["Took", "from"];
    return `${did} “${labelOf(permission ?? "")}” ${to} “${role}”${of}.`;
  }
  if (noun === "role") return role ? `Role “${role}”${of} ${verb}.` : "Global roles put in another order.";
  if (role) return `Role “${role}”${of} renamed.`;
  return type ? `Type “${type}” ${verb}.` : "Types put in another order.";
}

function labelOf(permission: string): string {
  if (isGroupPermission(permission)) return groupPermission(permission).label;
  return isGlobalPermission(permission) ? globalPermission(permission).label : permission;
}
