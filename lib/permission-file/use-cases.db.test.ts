/** The four use cases of the product, each set up by a file and asked of the people whom it is for. */
import { describe, expect, it } from "vitest";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { findSituation } from "@/lib/groups/facts";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { mayCreate } from "@/lib/policy/ceilings";
import { decide, sees } from "@/lib/policy/decide";
import { apply } from "./testing/apply";

const draft: WorldDraft = {
  roles: { authenticated: [], "site-admin": [] },
  types: { band: { outsider: [], member: [], "group-admin": [], "outsider:site-admin": [] } },
  accounts: { root: { owner: true }, ann: {}, mem: {}, boss: {}, sofia: { roles: ["site-admin"] } },
  groups: { drums: { type: "band", internal: false, members: { mem: [], boss: ["group-admin"] } } },
};

async function setUp(file: string) {
  const at = await peopledWorld(draft);
  const outcome = await apply(await at.as("root"), `guildhall: permissions 1\n${file}`);
  expect(outcome.answer).toBe("changed");
  const asked = async (who: string) => {
    const viewer = await at.as(who);
    const found = await findSituation(at.portal.store.reader, viewer, { id: at.id("drums") });
    if (!found) throw new Error("the group is gone");
    return { viewer, situation: found.situation };
  };
  return {
    may: async (who: string, permission: GroupPermission) => {
      const { viewer, situation } = await asked(who);
      return decide(viewer, situation, permission).allowed;
    },
    sees: async (who: string) => {
      const { viewer, situation } = await asked(who);
      return sees(viewer, situation);
    },
    mayCreate: async (who: string) => mayCreate(await at.as(who), "band"),
  };
}

describe("set up by a file", () => {
  it("1: people may create groups", async () => {
    const { mayCreate: may } = await setUp("globalRoles:\n  authenticated: ['group.create:band']\n");
    expect(await may("ann")).toBe(true);
  });

  it("2: join and post", async () => {
    const { may } = await setUp(`types:
  band:
    roles:
      outsider: [group.view, member.join]
      member: [group.view, member.leave, post.view, post.create, post.edit-own, post.delete-own]
`);
    expect([await may("ann", "member.join"), await may("mem", "post.create")]).toEqual([true, true]);
    expect([await may("ann", "post.view"), await may("mem", "post.edit-any")]).toEqual([false, false]);
  });

  it("3: private, only admins add people", async () => {
    const { may, sees: seen } = await setUp(`types:
  band:
    creator: { member: true, roles: [group-admin] }
    roles:
      outsider: []
      member: [group.view, member.list]
      group-admin: [member.administer]
`);
    expect([await seen("ann"), await may("mem", "member.list"), await may("mem", "member.add")]).toEqual([
      ...[false, true, false],
    ]);
    expect(await may("boss", "member.add")).toBe(true);
  });

  it("4: site admins administer all groups without joining", async () => {
    const { may } = await setUp("types:\n  band:\n    advancedOutsider: { site-admin: [group.administer] }\n");
    expect([await may("sofia", "member.remove"), await may("ann", "member.remove")]).toEqual([true, false]);
  });
});
