/** Which accounts a list of people is narrowed to, as conditions on the account `a`. */
import { type SQL, sql } from "drizzle-orm";
import { queryKey } from "@/lib/prefix";
import type { Viewer } from "@/lib/session/viewer";
import { knowsMember } from "../in-common";
import type { PeopleFilter } from "../schema-accounts";

export function fits(viewer: Viewer, { q, role, state, seen, groups }: PeopleFilter): SQL {
  const conditions = [holdsWord(q), holdsRole(role), isIn(state), wasSeen(seen)];
  if (groups === "none") conditions.push(isInNone(viewer));
  return sql.join(conditions, sql` and `);
}

// Whatever divides words in names and addresses is a space to begin after: as the indexes of the table spell it.
const words = (column: SQL): SQL => sql`(' ' || translate(${column}, '-.''_+@', '      '))`;
const DIVIDERS = /[-.'_+@]/g;

/** Some word of the name or of the address begins like this: people are looked for by either of their names. */
function holdsWord(q: string | null | undefined): SQL {
  const key = queryKey(q);
  if (key === "") return sql`true`;
  const begins = `% ${key.replaceAll(DIVIDERS, " ").replaceAll(/[\\%]/g, "\\$&")}%`;
  return sql`(${words(sql`a.name_key`)} like ${begins} or ${words(sql`a.email_key`)} like ${begins})`;
}

/** However they came by it. */
function holdsRole(role: string | null | undefined): SQL {
  if (!role) return sql`true`;
  const name = sql`${role.replaceAll("\0", "")}::text`;
  return sql`(exists (select 1 from account_role x where x.account_id = a.id and x.role = ${name})
    or exists (select 1 from membership m join group_conferred_role c on c.group_id = m.group_id
      where m.account_id = a.id and c.role = ${name}))`;
}

function isIn(state: PeopleFilter["state"]): SQL {
  if (state === "owner") return sql`a.owner`;
  if (state === "active") return sql`a.active`;
  if (state === "waits") return sql`a.awaits_proof`;
  return state === "inactive" ? sql`(not a.active and not a.awaits_proof)` : sql`true`;
}

/** Not for so many days; whoever never came counts from the day of the account. */
function wasSeen(seen: PeopleFilter["seen"]): SQL {
  if (seen === "never") return sql`a.last_seen_at is null`;
  if (!seen) return sql`true`;
  return sql`coalesce(a.last_seen_at, a.created_at) < portal_now() - make_interval(days => ${Number(seen)}::int)`;
}

/** In none that the reader knows of: a group that one may not see and no group are the same. */
function isInNone(viewer: Viewer): SQL {
  return sql`not exists (select 1 from membership m join groups g on g.id = m.group_id
    where m.account_id = a.id and ${knowsMember(viewer, sql`a.id`)})`;
}
