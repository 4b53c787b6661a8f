/** The portal's one clock, as rows keep it. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testPortal } from "./testing/portal";

it("ticks in whole milliseconds, so that no row that it stamps lies in the future", async () => {
  const at = await testPortal({ "guildhall.clock": "2031-05-06 07:08:09.123999+00" });
  const [row] = await at.portal.store.reader.rows<{ same: boolean; ahead: boolean }>(
    sql`select portal_now() = '2031-05-06 07:08:09.123+00' as same, portal_now()::timestamptz(3) > portal_now() as ahead`,
  );
  expect(row).toEqual({ same: true, ahead: false });
});
