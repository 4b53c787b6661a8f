import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { forgetOldCounts, type Limit, mayTry } from "./rate";

let at: TestPortal;
beforeAll(async () => {
  at = await testPortal({ "guildhall.clock": "2026-11-22 12:00:00+00" });
});

const limit: Limit = { what: "test", allowed: 7, minutes: 15, allowedTogether: 9 };

describe("T43 T46 limits", () => {
  it("let exactly as many through as they say, however many come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => mayTry(at.portal, [limit, "burst"])));
    expect(answers.filter(Boolean)).toHaveLength(limit.allowed);
  });

  it("count every key for itself, and all of them even when one refuses", async () => {
    const narrow = { ...limit, what: "narrow", allowed: 1 };
    expect(await mayTry(at.portal, [narrow, "a"], [limit, "b"])).toBe(true);
    expect(await mayTry(at.portal, [narrow, "a"], [limit, "b"])).toBe(false);
    expect(await mayTry(at.portal, [narrow, "c"])).toBe(true);
    const [b] = await at.portal.store.reader.rows<{ n: number }>(
      sql`select count as n from rate_count where key = 'test:b'`,
    );
    expect(b?.n).toBe(2);
  });

  it("are wider where nobody vouches for the client's address", async () => {
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await mayTry(at.portal, [limit, "local"]));
    expect(answers.filter(Boolean)).toHaveLength(9);
  });

  it("would let more through if counting and asking were two steps", async () => {
    const { store } = at.portal;
    const look = async () => {
      const [row] = await store.reader.rows<{ n: number }>(
        sql`select count(*)::int as n from rate_count where key like 'two:%'`,
      );
      return (row?.n ?? 0) < limit.allowed;
    };
    const count = () =>
      store.writer.rows(sql`insert into rate_count values ('two:' || gen_random_uuid(), portal_now(), 1)`);
    // What two steps allow to happen: everybody looks before anybody is counted.
    const answers = await Promise.all(Array.from({ length: 20 }, look));
    await Promise.all(Array.from({ length: 20 }, count));
    expect(answers.filter(Boolean).length).toBeGreaterThan(limit.allowed);
  });

  it("are forgotten after a day", async () => {
    await at.portal.store.writer.rows(
      sql`insert into rate_count values ('old', portal_now() - interval '25 hours', 3)`,
    );
    await forgetOldCounts(at.portal);
    const kept = await at.portal.store.reader.rows<{ key: string }>(
      sql`select key from rate_count where key in ('old', 'test:b')`,
    );
    expect(kept).toEqual([{ key: "test:b" }]);
  });
});
