/** Whom a save of site-wide rights removed: read by those who may, and added again under the rights of whoever asks. */
import { describe, expect, it } from "vitest";
import { peopledWorld, type WorldDraft } from "@/db/testing/peopled-world";
import { revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { findEnded } from "../queries/list-ended";
import { addAgain } from "./add-again";

const draft: WorldDraft = {
  roles: { member: ["group.request"], keeper: ["permission.administer", "group.request"] },
  types: { squad: { outsider: ["group.view"], member: ["group.view"], officer: ["member.add"] } },
  accounts: {
    root: { owner: true },
    kim: { roles: ["keeper"] },
    ann: { roles: ["member"] },
    bob: { roles: ["member"] },
    eve: {},
  },
  groups: {
    hall: { type: "squad", internal: false, members: { ann: [], bob: [], kim: ["officer"] } },
    vault: { type: "squad", internal: true, members: ["ann"] },
    inner: { type: "squad", internal: false, eligible: ["keeper"], members: ["bob"] },
  },
};

async function taken() {
  const at = await peopledWorld(draft);
  const viewer = await at.as("root");
  expect((await revokeGlobal(viewer, { role: "member", permission: "group.request", reason: "" })).answer).toBe(
    "changed",
  );
  return { at, request: viewer.requestId };
}

describe("whom a save removed", () => {
  it("is counted whole, and named as far as the reader sees the groups", async () => {
    const { at, request } = await taken();
    const kim = await findEnded(await at.as("kim"), request);
    expect(kim).toMatchObject({ people: 2, groups: 3, memberships: 4 });
    expect(kim?.shown.map(({ person, groupName }) => `${person} ${groupName}`)).toEqual([
      ...["ann hall", "bob hall", "bob inner"],
    ]);
    expect(await findEnded(await at.as("ann"), request)).toBeNull();
    expect(await findEnded(await at.as("root"), at.id("hall"))).toBeNull();
    expect(await findEnded(await at.as("root"), "nonsense")).toBeNull();
  });

  it("is added again by whoever may add, each with its answer, and twice is no harm", async () => {
    const { at, request } = await taken();
    const { data } = await addAgain(await at.as("kim"), { request });
    expect(data?.added).toBe(2);
    expect(data?.others).toEqual([
      { person: "bob", group: "inner", why: expect.stringContaining("do not let you add") },
    ]);
    expect((await at.members("hall")).sort()).toEqual(["ann", "bob", "kim"]);
    expect(await at.members("vault")).toEqual([]);
    expect((await addAgain(await at.as("kim"), { request })).data).toMatchObject({ added: 0 });
    expect((await addAgain(await at.as("ann"), { request })).answer).toBe("not-found");
  });
});
