import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import { consequenceSentences } from "@/lib/groups/sentence-consequences";
import { previewLeaving } from "./preview-ending";

it("whoever leaves reads of requests and of groups they lead elsewhere, though they are a member of none", async () => {
  const at = await peopledWorld({
    roles: { member: ["group.request"], sailor: [] },
    types: { club: { outsider: ["group.view"], member: ["group.view", "member.leave"] } },
    accounts: { root: { owner: true }, ann: { roles: ["member"] }, bob: {} },
    groups: {
      crew: { confers: ["sailor"], members: ["ann", "bob"] },
      deck: { eligible: ["sailor"], leaders: ["ann", "root"] },
      fleet: { eligible: ["sailor"], pending: { ann: "join" } },
    },
  });
  const counts = await previewLeaving(await at.as("ann"), "crew-aaaaaa");
  expect(counts?.elsewhere).toBeNull();
  const rest = { ...(counts ?? expect.fail("not counted")), rolesLost: [] };
  expect(touchesPeople(rest)).toBe(true);
  expect(consequenceSentences(rest, true)).toEqual([
    "Your waiting request in 1 other group is closed, for want of a role.",
    "You would not be eligible any more in 1 other group that you lead, and go on leading.",
  ]);
  const none = await previewLeaving(await at.as("bob"), "crew-aaaaaa");
  expect(touchesPeople({ ...(none ?? expect.fail("not counted")), rolesLost: [] })).toBe(false);
});
