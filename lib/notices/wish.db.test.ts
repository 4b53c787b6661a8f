/** What a notice about a request says that it was for, whatever else the same person asked before and since. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { decideRequest } from "@/lib/requests/commands";
import { listNotices } from "./queries";
import { sentenceOf } from "./sentence";

it("is what was asked then", async () => {
  const at = await peopledWorld({
    roles: { member: ["group.request"] },
    types: {
      club: {
        outsider: ["group.view", "member.request"],
        member: ["group.view", "member.leave"],
        leader: ["request.decide"],
      },
    },
    accounts: { root: { owner: true }, ann: { roles: ["member"] }, bob: { roles: ["member"] }, cid: {} },
    groups: { scouts: { leaders: ["root", "cid"] }, rope: { leaders: ["root", "cid"] } },
  });
  const group = "scouts-aaaaaa";
  const decided = async (verdict: "approve" | "reject") =>
    (await decideRequest(await at.as("root"), { group, account: at.id("ann"), verdict, kind: null, reason: "" }))
      .answer;
  const ask = async (who: string, where = group) =>
    (await joinGroup(await at.as(who), { group: where, note: "" })).answer;
  expect(await ask("bob")).toBe("requested");
  expect([await ask("ann"), await decided("reject")]).toEqual(["requested", "rejected"]);
  expect([await ask("ann"), await decided("approve")]).toEqual(["requested", "approved"]);
  expect([await ask("ann", "rope-aaaaaa")]).toEqual(["requested"]);
  expect((await leaveGroup(await at.as("ann"), { group, note: "" })).answer).toBe("leave-requested");
  expect(await decided("approve")).toBe("approved");
  const said = async (who: string) => (await listNotices(await at.as(who))).lines.map(sentenceOf).reverse();
  expect(await said("ann")).toEqual([
    "Your request to join scouts was rejected.",
    "Your request to join scouts was approved.",
    "Your request to leave scouts was approved.",
  ]);
  const seen = ["bob wishes to join", "ann wishes to join", "ann wishes to join"].map((one) => `${one} scouts.`);
  expect(await said("root")).toEqual([...seen, "ann wishes to join rope.", "ann wishes to leave scouts."]);

  // Whoever does not see the group any more is not told whether somebody is in it.
  expect(await said("cid")).toEqual(await said("root"));
  await at.rows(sql`update groups set hidden = true`);
  await at.rows(sql`delete from leader`);
  expect((await said("cid"))[0]).toBe("bob wishes to join or leave a group that you do not see now.");

  await at.rows(sql`delete from request`);
  expect((await said("ann"))[0]).toBe("Your request to join or leave a group that you do not see now was rejected.");
});
