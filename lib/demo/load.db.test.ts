import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore, type Reader } from "@/db/client";
import { listLinks } from "@/lib/join-links/queries";
import { beginPortal } from "@/lib/people/setup";
import { openPortal } from "@/lib/portal";
import { findViewer, type Viewer } from "@/lib/session/viewer";
import { buildPolicy } from "./build/policy";
import { Site } from "./build/site";
import { loadDemo } from "./load";
import { demoMarked } from "./mark";
import { DEMO_PEOPLE } from "./people";
import { clearUnfinished } from "./start-over";
import { type DemoPortal, freshClone, loadedPortal } from "./testing/demo-portal";
import { portraitOf, untoldOf } from "./testing/portrait";
import { isWhole } from "./whole";
import { WORLD_LINKS } from "./world/links";
import { groupWith } from "./world/world-groups";

const LONG = 120_000;

let at: DemoPortal;
let reader: Reader;

beforeAll(async () => {
  at = await loadedPortal();
  reader = at.portal.store.reader;
}, LONG);

const count = async (what: string): Promise<number> => {
  const [row] = await reader.rows<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(what)}`);
  return row?.n ?? 0;
};

async function as(name: string): Promise<Viewer> {
  const [row] = await reader.rows<{ id: string }>(sql`select id from account where name = ${name}`);
  if (!row) throw new Error(`nobody is called ${name}`);
  return findViewer(at.portal, { account: row.id });
}

describe("loading", () => {
  it("tells what was made, and the second time that nothing was", async () => {
    expect(at.told).toMatchObject({ loaded: true, people: DEMO_PEOPLE });
    expect(at.told.links.map(({ path }) => path)).toEqual(
      at.told.links.map(() => expect.stringMatching(/^\/join\/ghj_[A-Za-z0-9_-]{43}$/)),
    );
    const lines = await count("audit");
    expect(await loadDemo(at.clone)).toEqual({ loaded: false, people: DEMO_PEOPLE, links: [] });
    expect(await count("audit")).toBe(lines);
  });

  it("makes 5 types, 44 groups and 120 people", async () => {
    expect(await count("group_type")).toBe(5);
    expect(await count("groups")).toBe(44);
    expect(await count("account")).toBe(120);
    expect(await count("membership")).toBeGreaterThan(500);
  });

  it("leaves a line in the log for all that it makes", async () => {
    expect(await untoldOf(reader)).toEqual([]);
  });

  it("would be found out if a row went past the commands", async () => {
    const store = await openStore({ url: at.clone.ownerUrl, size: 1 });
    const put = store.transaction(async (tx) => {
      await tx.rows(sql`insert into membership (group_id, account_id, how) select g.id, a.id, 'added'
        from groups g, account a where g.name = 'Scouts' and a.name = 'Alice'`);
      throw new Error((await untoldOf(tx)).join());
    });
    await expect(put).rejects.toThrow(/^Alice in Scouts$/);
    await store.end();
  });

  it("gives nobody a password or a login, and addresses that exist nowhere", async () => {
    expect(await count("credential")).toBe(0);
    expect(await count("identity")).toBe(0);
    expect(await count("session")).toBe(0);
    expect(await count("account where email is null or email not like '%@guildhall.example'")).toBe(0);
  });
});

describe("join links", () => {
  it("are in the states that they should be in", async () => {
    const orla = await as("Orla Lindqvist");
    for (const { group, label, state, asksApproval = false } of WORLD_LINKS) {
      const [row] = await reader.rows<{ slug: string }>(
        sql`select slug from groups where name = ${groupWith(group).name}`,
      );
      const links = await listLinks(orla, row?.slug ?? "");
      const found = links?.lines.find((link) => link.label === label);
      expect(found, label).toMatchObject({ state, asksApproval });
    }
  });
});

/** Flags that are on, `!published` among them; `eligible` and `confers` for the lists. */
const COMBINATIONS: readonly (readonly string[])[] = [
  [],
  ["open"],
  ["public"],
  ["open", "public"],
  ["hidden"],
  ["hidden", "open"],
  ["hidden", "public"],
  ["hidden", "open", "public"],
  ["hidden", "restricted"],
  ["hidden", "quiet"],
  ["hidden", "unpublished"],
  ["restricted"],
  ["restricted", "open"],
  ["unpublished"],
  ["unpublished", "open"],
  ["eligible"],
  ["eligible", "open"],
  ["eligible", "open", "public"],
  ["eligible", "confers"],
  ["confers", "open", "public"],
  ["internal"],
  ["internal", "confers"],
  ["internal", "restricted"],
  ["internal", "forced", "open"],
  ["internal", "hidden", "open", "public"],
];

describe("groups", () => {
  it.each(COMBINATIONS.map((flags) => [flags.join(" ") || "none", flags] as const))(
    "show the flags: %s",
    async (_, flags) => {
      const rows = await reader.rows<{ flags: string[] }>(sql`
        select array_remove(array[case when internal then 'internal' end, case when internal_forced then 'forced' end,
          case when hidden then 'hidden' end, case when open then 'open' end, case when public then 'public' end,
          case when restricted then 'restricted' end, case when not published then 'unpublished' end,
          case when quiet_join_page then 'quiet' end,
          case when exists (select 1 from group_eligible_role e where e.group_id = g.id) then 'eligible' end,
          case when exists (select 1 from group_conferred_role c where c.group_id = g.id) then 'confers' end], null) as flags
        from groups g`);
      const wanted = [...flags].sort().join();
      expect(rows.map((row) => [...row.flags].sort().join())).toContain(wanted);
    },
  );

  it("are led by people and by a group, hold custom roles, ends and an empty one", async () => {
    expect(await count("leader where account_id is not null")).toBeGreaterThan(5);
    expect(await count("leader where leader_group_id is not null")).toBeGreaterThan(2);
    expect(await count("leader where flagged_at is not null")).toBe(1);
    expect(await count("membership_role")).toBeGreaterThan(30);
    expect(await count("membership where until > portal_now()")).toBe(4);
    expect(await count("membership where title <> ''")).toBe(4);
    const empty = sql`select g.name from groups g where not exists (select 1 from membership m where m.group_id = g.id)`;
    expect(await reader.rows(empty)).toEqual([{ name: "The Empty Chair" }]);
  });

  it("have requests of every kind and end", async () => {
    const rows = await reader.rows<{ is: string }>(
      sql`select distinct kind || ' ' || status as is from request order by 1`,
    );
    expect(rows.map((row) => row.is)).toEqual([
      "join approved",
      "join closed",
      "join pending",
      "join rejected",
      "join withdrawn",
      "leave pending",
    ]);
  });
});

describe("a load that was stopped half-way", () => {
  it("is cleared, and the world made whole", { timeout: LONG }, async () => {
    const clone = await freshClone();
    await beginPortal({ ...clone, demo: true });
    const half = await openPortal({ url: clone.appUrl, logLevel: "silent", size: 2 });
    await buildPolicy(new Site(half));
    expect(await isWhole(half.store.reader)).toBe(false);
    await half.store.end();
    expect(await loadDemo(clone)).toMatchObject({ loaded: true });
    const portal = await openPortal({ url: clone.appUrl, logLevel: "silent", size: 2 });
    expect(await isWhole(portal.store.reader)).toBe(true);
    // Two loads of one world, one of them after a fall, give the same picture.
    expect(await portraitOf(portal.store.reader)).toEqual(await portraitOf(reader));
    await portal.store.end();
  });

  it("is the only thing that is ever cleared", async () => {
    await expect(clearUnfinished(at.clone)).rejects.toThrow("only an unfinished demo");
    expect(await count("account")).toBe(120);
  });

  it("is not mistaken for a portal that is no demo", async () => {
    const clone = await freshClone();
    await beginPortal({ ...clone, demo: false });
    await expect(loadDemo(clone)).rejects.toThrow("not a demo's");
    await expect(clearUnfinished(clone)).rejects.toThrow("only an unfinished demo");
    const store = await openStore({ url: clone.appUrl, size: 1 });
    expect(await demoMarked(store.reader)).toBe(false);
    expect(await store.reader.rows(sql`select 1 from account`)).toEqual([]);
    await store.end();
  });
});
