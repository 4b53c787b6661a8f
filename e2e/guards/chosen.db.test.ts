/** What keeps a change to everybody who fits from reaching further than was said: taken out, it does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { type Edit, openWorkshop, type Workshop } from "@/e2e/support/edited-code";
import type * as Changing from "@/lib/members/commands/change-chosen";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const COMMAND = "lib/members/commands/change-chosen.ts";
const LIST = "lib/members/queries/list-all-fitting.ts";

const world = (): Promise<World> =>
  peopledWorld({
    types: {
      club: {
        ...{ outsider: ["group.view"], member: ["group.view", "member.list"] },
        ...{ chief: ["member.remove"], head: ["group.administer"] },
      },
    },
    accounts: { root: { owner: true }, kim: {}, lee: {}, bob: {}, cat: {} },
    groups: { scouts: { members: { kim: ["chief"], lee: ["head"], bob: [], cat: [] } } },
  });

/** Whom a job that Kim starts would remove, or why she starts none. */
const meant = (edits: readonly Edit[], at: World, who: string, count: number): Promise<string> =>
  workshop.withEdits(edits, `/${COMMAND}`, async ({ changeChosen }: typeof Changing) => {
    const whom = { group: "scouts-aaaaaa", account: [], all: true, count, reason: "" };
    const { answer } = await changeChosen.remove(await at.as(who), whom);
    const { rows } = await at.owner.query("select account_id as id from job_line");
    return [answer, ...rows.map(({ id }: { id: string }) => at.name(id)).sort()].join(" ");
  });

describe("a change to everybody who fits", () => {
  it.each([
    ["oneself is left out", { file: LIST, cut: " and ${others}" }, "kim", 3, "started bob cat kim"],
    ["whoever stands above is", { file: COMMAND, cut: ".filter(isMeant[verb])" }, "kim", 3, "started bob cat lee"],
    [
      "the right is asked",
      { file: COMMAND, cut: `  if (!mayIn(viewer, found.situation)[RIGHTS[verb]]) return refused("not-permitted");\n` },
      ...["bob", 3, "nobody"],
    ],
    [
      "it is as many as were spoken of",
      { file: COMMAND, cut: `  if (meant.length !== count) return "stale";\n` },
      ...["kim", 7, "started bob cat"],
    ],
  ] as [string, Edit, string, number, string][])("%s", async (_guard, edit, who, count, without) => {
    const [at, other] = [await world(), await world()];
    const whole = await meant([], at, who, count);
    expect(whole).toBe(who === "bob" ? "not-permitted" : "stale");
    expect(await meant([edit], other, who, count)).toBe(without);
  });

  it("with all of them in place reaches those who were spoken of", async () => {
    expect(await meant([], await world(), "kim", 2)).toBe("started bob cat");
  });
});
