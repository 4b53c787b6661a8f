import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { listJobLines } from "@/lib/jobs/queries";
import { LINES_AT_MOST } from "@/lib/jobs/start";
import { workJob } from "@/lib/jobs/work";
import { changeChosen } from "./commands/change-chosen";
import { isMeant, listAllFitting } from "./queries/list-all-fitting";
import { previewRemoving } from "./queries/preview-ending";
import { removeChosen } from "./schema";

const SLUG = "scouts-aaaaaa";
const HOW_ALL = { group: SLUG, account: [], all: true };

/** Kim may remove, and is above everybody but lee; sixty came in by themselves, ten of them with a role. */
async function crowd(): Promise<World> {
  const many = Array.from({ length: 60 }, (_, n) => `m${String(n).padStart(2, "0")}`);
  const at = await peopledWorld({
    types: {
      club: {
        outsider: ["group.view"],
        member: ["group.view", "member.list"],
        chief: ["member.remove"],
        head: ["group.administer"],
        helper: [],
      },
    },
    accounts: {
      ...{ root: { owner: true }, kim: {}, lee: {}, ann: {} },
      ...Object.fromEntries(many.map((name) => [name, {}])),
    },
    groups: {
      scouts: {
        members: {
          ...Object.fromEntries(many.map((name, n) => [name, n < 10 ? ["helper"] : []])),
          ...{ kim: ["chief"], lee: ["head"] },
        },
      },
      hall: { hidden: true, members: { lee: ["head"] } },
    },
  });
  await at.rows(sql`update membership set how = 'joined' where account_id not in (${at.id("kim")}, ${at.id("lee")})`);
  return at;
}

const answers = async (at: World, job = "") =>
  (
    await at.rows<{ answer: string; count: number }>(
      sql`select answer, count(*)::int as count from job_line where job_id = ${job}::uuid group by 1 order by 1`,
    )
  ).map(({ answer, count }) => `${answer} ${count}`);

describe("everybody in a group who fits", () => {
  it("are listed beyond a page, as the list is narrowed, and oneself never", async () => {
    const at = await crowd();
    const kim = await at.as("kim");
    const all = await listAllFitting(kim, SLUG, {});
    expect(all).toMatchObject({ next: null });
    expect(all?.lines).toHaveLength(61);
    expect(all?.lines.some(({ own }) => own)).toBe(false);
    expect(all?.lines.filter(isMeant.remove)).toHaveLength(60);
    expect(all?.lines.filter(isMeant.setRoles)).toHaveLength(0);
    expect((await listAllFitting(kim, SLUG, { role: "helper" }))?.lines).toHaveLength(10);
    expect((await listAllFitting(kim, SLUG, { how: "joined", q: "m5" }))?.lines).toHaveLength(10);
    expect(await listAllFitting(await at.as("ann"), SLUG, {}), "whoever may not list them").toBeNull();
    expect(await listAllFitting(kim, "hall-aaaaaa", {}), "a group that one does not see").toBeNull();
  });

  it("are removed by a job of a line each, as many as were spoken of; whoever stands above stays", async () => {
    const at = await crowd();
    const kim = await at.as("kim");
    const fit = { how: "joined", reason: "Over." } as const;
    const people = (await listAllFitting(kim, SLUG, fit))?.lines.filter(isMeant.remove) ?? [];
    const { answer, data } = await changeChosen.remove(kim, { ...HOW_ALL, ...fit, count: people.length });
    expect(answer).toBe("started");
    await workJob(at.portal);
    expect(await answers(at, data?.job)).toEqual(["removed 60"]);
    expect(await at.members("scouts")).toEqual(["kim", "lee"]);
    const told = await at.rows<{ reason: string }>(
      sql`select distinct reason from notice where event = 'member.removed'`,
    );
    expect(told).toEqual([{ reason: "Over." }]);
  });

  it("get roles and an end in the same way", async () => {
    const at = await crowd();
    const lee = await at.as("lee");
    const fit = { role: "helper", count: 10 };
    await changeChosen.setUntil(lee, { ...HOW_ALL, ...fit, until: "2099-12-31" });
    await changeChosen.setRoles(lee, { ...HOW_ALL, ...fit, roles: [] });
    await workJob(at.portal);
    await workJob(at.portal);
    const [row] = await at.rows<{ ending: number; helpers: number }>(sql`select
      (select count(*)::int from membership where until is not null) as ending,
      (select count(*)::int from membership_role where role = 'helper') as helpers`);
    expect(row).toEqual({ ending: 10, helpers: 0 });
  });

  it("are not started for others than those who were looked at, nor for nobody", async () => {
    const at = await crowd();
    const kim = await at.as("kim");
    const of = async (who: string, more: object) =>
      (await changeChosen.remove(await at.as(who), { ...HOW_ALL, reason: "", ...more })).answer;
    expect(await of("kim", { count: 59 })).toBe("stale");
    expect(await of("kim", {})).toBe("stale");
    expect(await of("kim", { q: "nobody", count: 0 })).toBe("nobody");
    expect(await of("kim", { q: "lee", count: 1 }), "who stands above").toBe("nobody");
    expect(await of("kim", { q: "kim", count: 1 }), "oneself").toBe("nobody");
    expect(await of("m00", { count: 61 })).toBe("not-permitted");
    expect(await of("ann", { group: "hall-aaaaaa", count: 1 })).toBe("not-found");
    const until = { ...HOW_ALL, until: null, count: 61 };
    expect((await changeChosen.setUntil(kim, until)).answer).toBe("not-permitted");
    expect(await at.rows(sql`select 1 from job`)).toEqual([]);
    expect(removeChosen.safeParse({ group: SLUG, account: [] }).success).toBe(false);
    expect(removeChosen.safeParse({ group: SLUG, all: true }).success).toBe(true);
  });

  it("are asked about one by one: whoever loses the right meanwhile gets no further", async () => {
    const at = await crowd();
    const { data } = await changeChosen.remove(await at.as("kim"), { ...HOW_ALL, reason: "", count: 60 });
    await at.rows(sql`update membership_role set role = 'helper' where account_id = ${at.id("kim")}`);
    await workJob(at.portal);
    expect(await answers(at, data?.job)).toEqual(["not-permitted 60"]);
    expect((await listJobLines(await at.as("kim"), data?.job ?? "")).lines[0]).toMatchObject({
      account: { name: "m00" },
    });
    expect(await at.members("scouts")).toHaveLength(62);
  });
});

it("more than can be done at once are refused with a word, and as many as can are listed in one statement", async () => {
  const at = await crowd();
  await at.rows(
    sql`insert into account (name, name_key) select 'x' || n, 'x' || n from generate_series(1, ${LINES_AT_MOST - 60}) n`,
  );
  await at.rows(sql`insert into membership (group_id, account_id, how)
    select ${at.id("scouts")}, id, 'added' from account where name_key like 'x%'`);
  const root = await at.as("root");
  const count = LINES_AT_MOST + 2;
  expect((await listAllFitting(root, SLUG, {}))?.next).not.toBeNull();
  expect((await changeChosen.remove(root, { ...HOW_ALL, reason: "", count })).answer).toBe("too-many");
  const fit = { how: "added" } as const;
  at.told.length = 0;
  const list = await listAllFitting(root, SLUG, fit);
  expect(at.told).toHaveLength(2);
  expect(list).toMatchObject({ next: null });
  expect(list?.lines).toHaveLength(LINES_AT_MOST - 60);
  const ids = list?.lines.map(({ account }) => account.id) ?? [];
  expect(await previewRemoving(root, SLUG, ids), "what follows besides").toMatchObject({ removed: 0, elsewhere: null });
  const started = await changeChosen.remove(root, { ...HOW_ALL, ...fit, reason: "", count: ids.length });
  expect(started.answer).toBe("started");
}, 60_000);
