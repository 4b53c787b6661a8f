import { type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { APP_ROLE } from "@/db/scratch";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { command, preview } from "@/lib/gate";
import type { ExclusiveCommand, SharedCommand, Writing } from "@/lib/gate/command";
import { alreadyLocked, believedRows, writeStatement } from "@/lib/gate/statement";
import { Refusal } from "@/lib/refusal";
import { lookingAs } from "@/lib/session/viewing-as";

interface Pin {
  readonly world: World;
  readonly title: string;
  /** what somebody else does after the facts were gathered, each time they are */
  readonly meanwhile?: (times: number) => Promise<unknown>;
}

interface Believed {
  readonly account: number;
  readonly group: number;
  readonly pins: number;
}

const pinning = (): SharedCommand<Pin, Believed, "pinned" | "full"> & { gathered: number } => ({
  way: "shared",
  verb: "test.pin",
  proceeds: ["pinned"],
  gathered: 0,
  async facts(read, _viewer, { world, meanwhile }) {
    const [row] = await read.rows<Believed>(sql`select g.version as group, a.version as account,
        (select count(*)::int from post) as pins
      from groups g, account a where g.id = ${world.id("hall")} and a.id = ${world.id("bob")}`);
    await meanwhile?.(++this.gathered);
    if (!row) throw new Error("no hall");
    return row;
  },
  answer: (_viewer, { pins }) => (pins > 0 ? "full" : "pinned"),
  versions: ({ account, group }) => ({ accounts: { [bob]: account }, groups: { [hall]: group } }),
  writing: (viewer, _facts, { title }) => pin(viewer.account?.id ?? "", title),
});

let bob = "";
let hall = "";

function pin(author: string, title: string, held?: SQL): Writing {
  return {
    parts: [
      {
        name: "pinned",
        statement: sql`insert into post (group_id, author_id, title)
          select ${hall}::uuid, ${author}::uuid, ${title} from guard returning id`,
      },
    ],
    held,
    data: sql`(select jsonb_build_object('id', id) from pinned)`,
    events: [{ event: "post.created", accountId: author, groupId: hall }],
    tellings: [{ event: "post.created", to: bob, groupId: hall }],
    errands: [{ kind: "mail", payload: { title } }],
  };
}

async function small(): Promise<World> {
  const world = await peopledWorld({
    accounts: { root: { owner: true }, alice: {}, bob: {} },
    groups: { hall: { members: ["bob"] } },
  });
  bob = world.id("bob");
  hall = world.id("hall");
  return world;
}

const written = async (world: World) => {
  const [row] = await world.rows(sql`select (select count(*)::int from post) as posts,
    (select count(*)::int from audit) as audit, (select count(*)::int from notice) as notices,
    (select count(*)::int from outbox) as errands`);
  return row;
};
const ONCE = { posts: 1, audit: 1, notices: 1, errands: 1 };
const NOTHING = { posts: 0, audit: 0, notices: 0, errands: 0 };

/** Everything that the database holds, by table. */
async function digest(world: World): Promise<Record<string, string>> {
  const tables = await world.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const pairs: [string, string][] = [];
  for (const { name } of tables) {
    const [row] = await world.rows<{ digest: string }>(sql`
      select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${sql.identifier(name)} t`);
    pairs.push([name, row?.digest ?? ""]);
  }
  return Object.fromEntries(pairs);
}

const moves: Readonly<Record<string, SQL>> = {
  policy: sql`update policy set version = version + 1`,
  "the actor": sql`update account set version = version + 1 where name = 'alice'`,
  "another account": sql`update account set version = version + 1 where name = 'bob'`,
  "the group": sql`update groups set version = version + 1`,
};

describe("a shared write", () => {
  it("writes the row, its log line, its notice and its errand in one statement", async () => {
    const world = await small();
    const outcome = await command(pinning())(await world.as("alice"), { world, title: "one" });
    expect(outcome).toMatchObject({ answer: "pinned", done: true, data: { id: expect.any(String) } });
    expect(await written(world)).toEqual(ONCE);
    expect(world.told.filter((text) => /insert into post/.test(text))).toHaveLength(1);
    expect(world.told.some((text) => /^begin/.test(text))).toBe(false);
  });

  it.each(Object.entries(moves))(
    "is refused once %s moved since, and succeeds on what is true now",
    async (_, move) => {
      const world = await small();
      const what = pinning();
      const meanwhile = async (times: number) => times === 1 && world.rows(move);
      const outcome = await command(what)(await world.as("alice"), { world, title: "one", meanwhile });
      expect(outcome.done).toBe(true);
      expect(what.gathered).toBe(2);
      expect(await written(world)).toEqual(ONCE);
    },
  );

  it.each(Object.entries(moves))("without its guard would write on facts from before %s moved", async (_, move) => {
    const world = await small();
    const viewer = await world.as("alice");
    const guard = believedRows(viewer, { accounts: { [bob]: 1 }, groups: { [hall]: 1 } });
    await world.rows(move);
    const { writer } = viewer.portal.store;
    await writer.rows(writeStatement(viewer, guard, pin(bob, "guarded"), "pinned"));
    expect(await written(world)).toEqual(NOTHING);
    await writer.rows(writeStatement(viewer, alreadyLocked, pin(bob, "unguarded"), "pinned"));
    expect(await written(world)).toEqual(ONCE);
  });

  it("waits for whoever holds a believed row, and believes it no longer when it was changed", async () => {
    const world = await small();
    const viewer = await world.as("alice");
    const guard = believedRows(viewer, { groups: { [hall]: 1 } });
    await world.rows(sql`begin`);
    await world.rows(sql`update groups set version = version + 1`);
    const waiting = viewer.portal.store.transaction(
      (tx) => tx.rows<{ held: number }>(writeStatement(viewer, guard, pin(bob, "late"), "pinned")),
      { lockTimeout: 60_000, statementTimeout: 60_000 },
    );
    await world.rows(sql`select pg_sleep(0.2)`);
    await world.rows(sql`commit`);
    expect((await waiting)[0]?.held).toBe(0);
    expect(await written(world)).toEqual(NOTHING);
  });

  it("writes nothing if what stands beside it is not written, and both or neither", async () => {
    const world = await small();
    const viewer = await world.as("alice");
    const beside = (holds: boolean) => ({
      ...viewer,
      alongside: (answer: string, source: SQL) => sql`
        update account set name = ${answer} from ${source} where id = ${bob}::uuid and ${holds} returning 1`,
    });
    const { writer } = viewer.portal.store;
    const write = (holds: boolean) =>
      writer.rows(writeStatement(beside(holds), alreadyLocked, pin(bob, "beside"), "pinned"));
    await expect(write(false)).rejects.toMatchObject({ cause: { code: "GH003" } });
    expect(await written(world)).toEqual(NOTHING);
    await write(true);
    expect(await written(world)).toEqual(ONCE);
    expect(await world.rows(sql`select name from account where id = ${bob}::uuid`)).toEqual([{ name: "pinned" }]);
  });

  it("gives up after three tries with the refusal busy, and nothing written", async () => {
    const world = await small();
    const what = pinning();
    const meanwhile = () => world.rows(sql`update policy set version = version + 1`);
    const refused = command(what)(await world.as("alice"), { world, title: "one", meanwhile });
    await expect(refused).rejects.toMatchObject({ name: "Refusal", code: "busy" });
    expect(what.gathered).toBe(4);
    expect(world.told.filter((text) => /insert into post/.test(text))).toHaveLength(3);
    expect(await written(world)).toEqual(NOTHING);
  });

  it("answers by the facts of the second look", async () => {
    const world = await small();
    const meanwhile = async (times: number) => {
      if (times > 1) return;
      await world.rows(sql`insert into post (group_id, title) values (${hall}, 'theirs')`);
      await world.rows(sql`update groups set version = version + 1`);
    };
    const outcome = await command(pinning())(await world.as("alice"), { world, title: "mine", meanwhile });
    expect(outcome).toEqual({ answer: "full", done: false, data: null });
    expect(await written(world)).toEqual({ ...NOTHING, posts: 1 });
  });

  it("undoes every part when what must hold does not", async () => {
    const world = await small();
    const what = { ...pinning(), writing: () => pin(bob, "one", sql`(select count(*) from pinned) = 2`) };
    await expect(command(what)(await world.as("alice"), { world, title: "one" })).rejects.toBeInstanceOf(Refusal);
    expect(await written(world)).toEqual(NOTHING);
  });

  it.each([
    ["57014", "busy"],
    ["40P01", "busy"],
    ["40001", "busy"],
  ])("that PostgreSQL gives up with %s is refused as %s, any other fault goes on", async (code, word) => {
    const world = await small();
    const viewer = await world.as("alice");
    const failing = (why: string) => {
      const rows = () => Promise.reject(Object.assign(new Error(why), { cause: { code: why } }));
      return {
        ...viewer,
        portal: { ...viewer.portal, store: { ...viewer.portal.store, writer: { writes: true, rows } } },
      } as const;
    };
    const attempt = (why: string) => command(pinning())(failing(why), { world, title: "one" });
    await expect(attempt(code)).rejects.toMatchObject({ name: "Refusal", code: word });
    await expect(attempt("XX000")).rejects.toThrow("XX000");
  });

  it("tells nobody of what they did themselves", async () => {
    const world = await small();
    await command(pinning())(await world.as("bob"), { world, title: "one" });
    expect(await written(world)).toEqual({ ...ONCE, notices: 0 });
  });
});

const renaming: ExclusiveCommand<{ world: World; broken?: boolean }, { name: string }, "renamed"> = {
  way: "exclusive",
  verb: "test.rename",
  proceeds: ["renamed"],
  facts: async (read) =>
    (await read.rows<{ name: string }>(sql`select name from groups where id = ${hall}`))[0] ?? { name: "" },
  answer: () => "renamed",
  exclusively: () => ({
    locks: { policy: "update", groups: [hall] },
    raises: { policy: true, settings: true, accounts: [bob], groups: [hall] },
    changes: [{ kind: "account-ended", accountId: bob, how: "deactivated" }],
    afterwards: [sql`update groups set description = (select count(*)::text from membership) where id = ${hall}`],
  }),
  writing: (_viewer, { name }) => ({
    parts: [
      {
        name: "renamed",
        statement: sql`update groups g set name = ${`${name}!`} from guard where g.id = ${hall}::uuid returning g.name`,
      },
      {
        name: "put_out",
        statement: sql`update account a set active = false from guard where a.id = ${bob}::uuid`,
      },
    ],
    events: [{ event: "group.edited", groupId: hall }],
    tellings: [{ event: "group.edited", to: bob, groupId: hall }],
  }),
};

describe("T50 whoever looks at the portal as somebody else", () => {
  const looking = async (world: World, as: "visitor" | "account") =>
    lookingAs(await world.as("root"), { chosen: { as, roles: [], seat: null }, endsAt: "2090-01-01", confers: [] });
  const exclusively = () => ({ ...renaming, writing: () => pin(bob, "theirs") });

  it.each(["visitor", "account"] as const)("writes nothing as %s, on neither way, and is told so", async (as) => {
    const world = await small();
    const before = await digest(world);
    const viewer = await looking(world, as);
    for (const attempt of [command(pinning()), command(exclusively())]) {
      await expect(attempt(viewer, { world, title: "one" })).rejects.toMatchObject({ code: "read-only" });
    }
    expect(await digest(world)).toEqual(before);
  });

  it("would write if the gate did not know", async () => {
    const world = await small();
    const { behind: _, ...unknown } = await looking(world, "visitor");
    await command({ ...pinning(), writing: () => pin(bob, "theirs") })(unknown, { world, title: "one" });
    expect(await written(world)).toMatchObject({ posts: 1, audit: 1 });
  });

  it("may look at what a write would bring about", async () => {
    const world = await small();
    const { answer } = await preview(renaming)(await looking(world, "visitor"), { world });
    expect(answer).toBe("renamed");
  });
});

describe("an exclusive write", () => {
  it("carries out the consequences, then what waits for them, then raises what moved", async () => {
    const world = await small();
    const before = await versions(world);
    await command(renaming)(await world.as("root"), { world });
    const [row] = await world.rows(sql`select name, description from groups where id = ${hall}`);
    expect(row).toEqual({ name: "hall!", description: "0" });
    const after = await versions(world);
    expect(after.policy).toBe(before.policy + 1);
    expect(after.setting).toBe(before.setting + 1);
    expect(after.groups).toBe(before.groups + 1);
    expect(after.account).toBe(before.account + 1);
    expect(await world.logged()).toEqual(["group.edited hall", "member.pruned bob hall"]);
  });

  it("is all or nothing, whichever of its statements fails", async () => {
    const world = await small();
    const before = await digest(world);
    let failed = 0;
    for (let n = 1; ; n++) {
      const viewer = await world.as("root");
      const portal = { ...viewer.portal, store: failingAt(viewer.portal.store, n) };
      const outcome = await command(renaming)({ ...viewer, portal }, { world }).catch((error: Error) => error.message);
      if (typeof outcome !== "string") break;
      expect(outcome).toBe("the line went dead");
      expect(await digest(world)).toEqual(before);
      failed++;
    }
    expect(failed).toBeGreaterThan(8);
    expect(await digest(world)).not.toEqual(before);
  });

  it("would leave half of it behind without its transaction", async () => {
    const world = await small();
    const before = await digest(world);
    for (let n = 1; n < 40; n++) {
      const viewer = await world.as("root");
      const store = failingAt(viewer.portal.store, n, (work) => work(viewer.portal.store.writer));
      const broken = command(renaming)({ ...viewer, portal: { ...viewer.portal, store } }, { world });
      await expect(broken).rejects.toThrow("the line went dead");
      if (JSON.stringify(await digest(world)) !== JSON.stringify(before)) return;
    }
    expect.unreachable("every failure left everything as it was");
  });

  it("decides again on what it locked", async () => {
    const world = await small();
    let looks = 0;
    const outcome = await command<{ world: World }, number, "go" | "gone">({
      ...renaming,
      proceeds: ["go"],
      facts: async () => ++looks,
      answer: (_viewer, look) => (look === 1 ? "go" : "gone"),
      exclusively: () => ({ locks: { policy: "share" }, raises: {}, changes: [] }),
      writing: () => pin(bob, "never"),
    })(await world.as("root"), { world });
    expect(outcome).toEqual({ answer: "gone", done: false, data: null });
    expect(await written(world)).toEqual(NOTHING);
  });

  it("starts over when it needs rows that it did not lock", async () => {
    const world = await small();
    let looks = 0;
    const outcome = await command<{ world: World }, number, "go">({
      ...renaming,
      proceeds: ["go"],
      facts: async () => ++looks,
      answer: () => "go",
      exclusively: (_viewer, look) => ({
        locks: { policy: "share", groups: look === 1 ? [] : [hall] },
        raises: {},
        changes: [],
      }),
      writing: () => pin(bob, "once"),
    })(await world.as("root"), { world });
    expect(outcome.done).toBe(true);
    expect(looks).toBe(4);
    expect(await written(world)).toEqual(ONCE);
  });

  it("writes and raises nothing where all is so already", async () => {
    const world = await small();
    const before = await digest(world);
    const outcome = await command({ ...renaming, writing: () => null })(await world.as("root"), { world });
    expect(outcome).toEqual({ answer: "renamed", done: true, data: null });
    expect(await digest(world)).toEqual(before);
  });

  it("is previewed without a trace", async () => {
    const world = await small();
    const before = await digest(world);
    const { answer, plan } = await preview(renaming)(await world.as("root"), { world });
    expect(answer).toBe("renamed");
    expect(plan?.pruned).toEqual([{ accountId: bob, groupId: hall }]);
    expect(await digest(world)).toEqual(before);
  });

  it("keeps every other write out while it changes the policy", async () => {
    const world = await small();
    const order: string[] = [];
    const holding = world.rows(sql`begin`).then(() => world.rows(sql`select 1 from policy for update`));
    await holding;
    const one = command(pinning())(await world.as("alice"), { world, title: "one" }).then(() => order.push("write"));
    await world.rows(sql`select pg_sleep(0.2)`);
    order.push("policy");
    await world.rows(sql`commit`);
    await one;
    expect(order).toEqual(["policy", "write"]);
  });
});

async function versions(world: World) {
  const [row] = await world.rows<Record<"policy" | "setting" | "groups" | "account", number>>(sql`
    select (select version::int from policy) as policy, (select version::int from setting) as setting,
      (select version from groups where id = ${hall}) as groups, (select version from account where id = ${bob}) as account`);
  if (!row) throw new Error("no versions");
  return row;
}

type Store = World["portal"]["store"];

/** The same store, whose transactions break at their n-th statement. */
function failingAt(store: Store, n: number, run: Store["transaction"] = store.transaction): Store {
  return {
    ...store,
    transaction: (work, options) => {
      let count = 0;
      return run((tx) => {
        const rows = async <T>(statement: SQL): Promise<T[]> => {
          if (++count === n) throw new Error("the line went dead");
          return tx.rows<T>(statement);
        };
        return work({ writes: true, rows });
      }, options);
    },
  };
}

describe("what cannot be written down", () => {
  it("is a write without a line in the log", () => {
    // @ts-expect-error no events
    const mute: Writing = { parts: [] };
    // @ts-expect-error an empty list of events
    const silent: Writing = { parts: [], events: [] };
    expect([mute, silent]).toHaveLength(2);
  });

  it("is a shared write that believes no versions, and an exclusive one that locks and causes nothing", () => {
    const { versions: _, ...shared } = pinning();
    const { exclusively: __, ...exclusive } = renaming;
    // @ts-expect-error no versions
    const trusting: SharedCommand<Pin, Believed, "pinned" | "full"> = shared;
    // @ts-expect-error no locks, no changes
    const careless: ExclusiveCommand<{ world: World }, { name: string }, "renamed"> = exclusive;
    expect([trusting, careless]).toHaveLength(2);
  });
});

/** The code that PostgreSQL refuses with, or null. */
async function refusal(statement: Promise<unknown>): Promise<string | null> {
  try {
    await statement;
    return null;
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code ?? (error as { code?: string }).code ?? "?";
  }
}

describe("T60 the reading pool", () => {
  it("is read-only for PostgreSQL itself", async () => {
    const world = await small();
    const { reader, snapshot, writer } = world.portal.store;
    const write = sql`update account set name = 'mallory'`;
    expect(await refusal(reader.rows(write))).toBe("25006");
    expect(await refusal(snapshot((read) => read.rows(write)))).toBe("25006");
    expect(await refusal(writer.rows(write))).toBeNull();
  });
});

describe("the log", () => {
  const tampering = {
    update: sql`update audit set reason = 'never happened'`,
    delete: sql`delete from audit`,
    truncate: sql`truncate audit`,
  };

  it.each(Object.entries(tampering))(
    "refuses %s to the portal's role, and by its trigger to its owner",
    async (_, act) => {
      const world = await small();
      await command(pinning())(await world.as("alice"), { world, title: "one" });
      expect(await refusal(world.portal.store.writer.rows(act))).toBe("42501");
      expect(await refusal(world.rows(act))).toBe("GH001");
      expect(await written(world)).toMatchObject({ audit: 1 });
    },
  );

  it.each(Object.entries(tampering))("would suffer %s without right and trigger", async (_, act) => {
    const world = await small();
    await command(pinning())(await world.as("alice"), { world, title: "one" });
    await world.rows(sql`grant update, delete, truncate on audit to ${sql.identifier(APP_ROLE)}`);
    expect(await refusal(world.portal.store.writer.rows(act))).toBe("GH001");
    await world.rows(sql`alter table audit disable trigger user`);
    expect(await refusal(world.portal.store.writer.rows(act))).toBeNull();
  });
});
