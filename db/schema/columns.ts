/** Column shapes that every table shares: one clock, one way to sort, random ids. */
import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** The portal's clock, decided by the database and shifted only by tests and scenarios. */
export const portalNow = sql`portal_now()`;

/** Text compared byte by byte: a keyset must not depend on an operator's collation. */
export const keyText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

export const id = () => uuid("id").primaryKey().default(sql`gen_random_uuid()`);
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => moment("created_at").notNull().default(portalNow);

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
