import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";
import { deactivateAccount, reactivateAccount } from "./commands/activation";
import { deleteAccount } from "./commands/delete-account";
import { assignGlobalRole, unassignGlobalRole } from "./commands/global-roles";
import { makeOwner, unmakeOwner } from "./commands/owners";

const reason = "so it is";
const draft: WorldDraft = {
  roles: { people: ["people.administer"], audit: ["audit.view"], plain: ["group.request"], blue: [] },
  accounts: {
    root: { owner: true },
    amy: { roles: ["people", "plain"] },
    bob: { roles: ["blue"] },
    cas: { roles: ["audit"] },
    dot: { roles: ["people"] },
    eve: { active: false },
  },
  groups: { guard: { confers: ["blue", "audit"], members: ["bob"], public: true } },
};

const as = (at: World, who: string) => (who === "site" ? at.site() : at.as(who));
const verbs = {
  deactivate: deactivateAccount,
  reactivate: reactivateAccount,
  delete: deleteAccount,
  "make-owner": makeOwner,
  "unmake-owner": unmakeOwner,
};

const act = async (at: World, who: string, verb: keyof typeof verbs, account: string) =>
  (await verbs[verb](await as(at, who), { account: at.ids.get(account) ?? account, reason })).answer;
const give = async (at: World, who: string, account: string, role: string) =>
  (await assignGlobalRole(await as(at, who), { account: at.ids.get(account) ?? account, role, reason })).answer;
const take = async (at: World, who: string, account: string, role: string) =>
  (await unassignGlobalRole(await as(at, who), { account: at.ids.get(account) ?? account, role, reason })).answer;

const NOBODY = "00000000-0000-4000-8000-000000000000";

describe("giving and taking global roles", () => {
  it("gives what one holds oneself, says who gave it, and tells the person", async () => {
    const at = await peopledWorld(draft);
    expect(await give(at, "amy", "cas", "plain")).toBe("changed");
    expect(await give(at, "amy", "cas", "plain")).toBe("changed");
    expect(await at.held("cas")).toEqual(["audit", "plain"]);
    expect(
      await at.rows(sql`select given_by as id from account_role where role = 'plain' and account_id = ${at.id("cas")}`),
    ).toEqual([{ id: at.id("amy") }]);
    expect(await at.logged()).toEqual(["account.role-given cas plain"]);
    expect(await at.notices("cas")).toEqual(["account.role-given plain"]);
    expect(await at.rows(sql`select reason, actor_name as by from audit`)).toEqual([{ reason, by: "amy" }]);
  });

  it("is refused by word, and nothing is written", async () => {
    const at = await peopledWorld(draft);
    const refused = [
      [await give(at, "cas", "bob", "audit"), "not-permitted"],
      [await give(at, "amy", "cas", "blue"), "exceeds-own"],
      [await give(at, "amy", NOBODY, "plain"), "not-found"],
      [await give(at, "amy", "no-id-at-all", "plain"), "not-found"],
      [await give(at, "root", "bob", "no-such"), "not-found"],
      [await give(at, "root", "bob", "authenticated"), "not-found"],
      [await give(at, "site", "bob", "anonymous"), "not-found"],
      [await take(at, "cas", "amy", "plain"), "not-permitted"],
      [await take(at, "amy", "cas", "audit"), "exceeds-own"],
      [await take(at, "amy", "root", "plain"), "exceeds-own"],
      [await take(at, "root", "bob", "audit"), "conferred"],
      [await take(at, "root", "bob", "plain"), "changed"],
      [await take(at, "root", "bob", "authenticated"), "not-found"],
      [await take(at, "amy", NOBODY, "plain"), "not-found"],
    ];
    expect(refused.map(([got]) => got)).toEqual(refused.map(([, want]) => want));
    expect(await at.logged()).toEqual([]);
  });

  it("takes from equals and from oneself", async () => {
    const at = await peopledWorld(draft);
    expect(await take(at, "amy", "dot", "people")).toBe("changed");
    expect(await take(at, "amy", "amy", "plain")).toBe("changed");
    expect(await at.notices("amy")).toEqual([]);
    expect(await at.notices("dot")).toEqual(["account.role-taken people"]);
  });

  it("gives an account that holds a role by its group the role itself, which then outlives the group", async () => {
    const at = await peopledWorld(draft);
    expect(await give(at, "root", "bob", "audit")).toBe("changed");
    expect(await take(at, "root", "bob", "blue")).toBe("changed");
    await deactivateAccount(await at.as("root"), { account: at.id("bob"), reason });
    expect(await at.held("bob")).toEqual(["audit"]);
  });

  it("done by the portal itself while it builds a world tells nobody", async () => {
    const at = await peopledWorld(draft);
    expect(await give(at, "site", "cas", "blue")).toBe("changed");
    expect(await at.notices("cas")).toEqual([]);
    expect(await at.rows(sql`select actor_id as by from audit`)).toEqual([{ by: null }]);
  });
});

describe("accounts and those who stand above", () => {
  it("are deactivated, reactivated and deleted up to one's own rights", async () => {
    const at = await peopledWorld(draft);
    for (const verb of ["deactivate", "reactivate", "delete"] as const) {
      expect(await act(at, "cas", verb, "bob"), verb).toBe("not-permitted");
      expect(await act(at, "amy", verb, "root"), verb).toBe("exceeds-own");
      expect(await act(at, "amy", verb, "cas"), verb).toBe("exceeds-own");
      expect(await act(at, "amy", verb, "bob"), verb).toBe("exceeds-own");
      expect(await act(at, "amy", verb, NOBODY), verb).toBe("not-found");
    }
    expect(await at.logged()).toEqual([]);
    expect(await act(at, "amy", "deactivate", "dot")).toBe("changed");
    expect(await act(at, "amy", "deactivate", "dot")).toBe("changed");
    expect(await act(at, "amy", "reactivate", "dot")).toBe("changed");
    expect(await act(at, "amy", "reactivate", "eve")).toBe("changed");
    expect(await act(at, "amy", "delete", "dot")).toBe("deleted");
    expect(await at.logged()).toEqual([
      "account.deactivated dot",
      "account.deleted dot",
      "account.reactivated dot",
      "account.reactivated eve",
    ]);
  });

  it("stay above while they are inactive", async () => {
    const at = await peopledWorld({
      ...draft,
      accounts: { ...draft.accounts, eve: { active: false, roles: ["audit"] } },
    });
    expect(await act(at, "amy", "reactivate", "eve")).toBe("exceeds-own");
    expect(await act(at, "root", "reactivate", "eve")).toBe("changed");
  });

  it("lose the wait for a proof once somebody has decided about them", async () => {
    const at = await peopledWorld(draft);
    const wait = sql`update account set awaits_proof = true where id = ${at.id("eve")}`;
    const state = async () =>
      (await at.rows(sql`select active, awaits_proof as waits, owner from account where id = ${at.id("eve")}`))[0];
    await at.rows(wait);
    expect(await act(at, "amy", "deactivate", "eve")).toBe("changed");
    expect(await state()).toEqual({ active: false, waits: false, owner: false });
    await at.rows(wait);
    expect(await act(at, "amy", "reactivate", "eve")).toBe("changed");
    expect(await state()).toEqual({ active: true, waits: false, owner: false });
    await at.rows(sql`update account set active = false, awaits_proof = true where id = ${at.id("eve")}`);
    expect(await act(at, "root", "make-owner", "eve")).toBe("changed");
    expect(await state()).toEqual({ active: false, waits: false, owner: true });
  });
});

describe("T15 the last site owner", () => {
  it("is made and unmade by owners alone", async () => {
    const at = await peopledWorld(draft);
    expect(await act(at, "amy", "make-owner", "amy")).toBe("not-permitted");
    expect(await act(at, "amy", "unmake-owner", "root")).toBe("not-permitted");
    expect(await act(at, "root", "make-owner", "amy")).toBe("changed");
    expect(await act(at, "root", "make-owner", "amy")).toBe("changed");
    expect(await act(at, "amy", "unmake-owner", "root")).toBe("changed");
    expect(await act(at, "root", "make-owner", "bob")).toBe("not-permitted");
    expect(await at.logged()).toEqual(["account.owner-made amy", "account.owner-unmade root"]);
    expect(await at.notices("amy")).toEqual(["account.owner-made"]);
  });

  it("cannot go, whoever asks", async () => {
    const at = await peopledWorld({ ...draft, accounts: { ...draft.accounts, oz: { owner: true, active: false } } });
    for (const who of ["root", "site"]) {
      for (const verb of ["unmake-owner", "deactivate", "delete"] as const) {
        expect(await act(at, who, verb, "root"), verb).toBe("last-owner");
      }
    }
    expect(await act(at, "root", "unmake-owner", "oz")).toBe("changed");
    expect(await at.logged()).toEqual(["account.owner-unmade oz"]);
  });

  it("remains when two demote each other at once, every time", async () => {
    const at = await peopledWorld({ ...draft, accounts: { root: { owner: true }, olga: { owner: true } }, groups: {} });
    for (let round = 0; round < 8; round++) {
      await at.rows(sql`update account set owner = true, active = true`);
      const verb = (["unmake-owner", "deactivate"] as const)[round % 2] ?? "deactivate";
      const answers = await Promise.all([act(at, "root", verb, "olga"), act(at, "olga", verb, "root")]);
      expect(answers.filter((answer) => answer === "changed")).toHaveLength(1);
      expect(await at.rows(sql`select 1 from account where owner and active`)).toHaveLength(1);
    }
  });

  it("would be lost by looking first and writing then, were it not for the constraint", async () => {
    const at = await peopledWorld({ ...draft, accounts: { root: { owner: true }, olga: { owner: true } }, groups: {} });
    const { transaction } = at.portal.store;
    const both = async () => {
      const meet = barrier(2);
      const demote = (name: string) =>
        transaction(async (tx) => {
          const others = await tx.rows(sql`select 1 from account where owner and active and name <> ${name}`);
          if (others.length > 0) await tx.rows(sql`update account set owner = false where name = ${name}`);
          await meet();
        });
      await Promise.allSettled([demote("root"), demote("olga")]);
      return (await at.rows(sql`select 1 from account where owner and active`)).length;
    };
    for (let round = 0; round < 10; round++) {
      expect(await both()).toBe(1);
      await at.rows(sql`update account set owner = true`);
    }
    await at.rows(sql`alter table account disable trigger user`);
    expect(await both()).toBe(0);
  });

  it("is kept by the constraint where somebody writes round the gate", async () => {
    const at = await peopledWorld(draft);
    const alone = at.rows(sql`update account set owner = false where id = ${at.id("root")}`);
    await expect(alone).rejects.toMatchObject({ cause: { code: "GH002" } });
  });
});

/** Lets everybody go once all have come. */
function barrier(count: number): () => Promise<void> {
  let open: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  let here = 0;
  return () => {
    if (++here === count) open();
    return all;
  };
}
