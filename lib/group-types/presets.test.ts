import { describe, expect, it } from "vitest";
import { isGroupPermission, possibleIn } from "@/lib/policy/catalogue";
import type { ColumnKind } from "@/lib/policy/facts";
import { cellsOf, findPreset, PRESETS, type Preset } from "./presets";

const useCase = (key: string): string[] => {
  const preset = findPreset(key);
  return preset ? cellsOf(preset, undefined, "use-case").map(({ role, permission }) => `${role} ${permission}`) : [];
};

/** The four use cases, said once more and independently. */
describe("a preset", () => {
  it("grants exactly what its use case is", () => {
    expect(useCase("create-groups")).toEqual([]);
    expect(useCase("join-and-post").sort()).toEqual([
      ...["member group.view", "member member.leave", "member post.create", "member post.delete-own"],
      ...["member post.edit-own", "member post.view", "outsider group.view", "outsider member.join"],
    ]);
    expect(useCase("private").sort()).toEqual([
      ...["group-admin member.administer", "member group.view", "member member.list"],
    ]);
    expect(useCase("site-admins")).toEqual(["outsider:site-admin group.administer"]);
  });

  it("opens creation to everybody in the first of them alone", () => {
    expect(PRESETS.filter((preset) => preset.opensCreation).map(({ key }) => key)).toEqual(["create-groups"]);
  });

  it("makes the creator a group admin where groups are made by people, or filled by admins", () => {
    const creators = PRESETS.map(({ key, creator }) => [key, creator.member, creator.roles.join()] as const);
    expect(creators).toEqual([
      ["create-groups", true, "group-admin"],
      ["join-and-post", false, ""],
      ["private", true, "group-admin"],
      ["site-admins", false, ""],
    ]);
  });

  it("grants outsiders nothing in private groups", () => {
    const preset = findPreset("private");
    expect(preset && cellsOf(preset).filter(({ role }) => role.startsWith("outsider") || role === "anonymous")).toEqual(
      [],
    );
  });

  it.each(PRESETS)("$key names columns and rows that there are, and no impossible cell", (preset) => {
    for (const { role, permission } of cellsOf(preset)) {
      expect(isGroupPermission(permission)).toBe(true);
      expect(possibleIn(kindOf(preset, role), permission), `${role} ${permission}`).toBe(true);
    }
    expect(preset.creator.roles.every((name) => preset.roles.some((role) => role.name === name))).toBe(true);
  });

  it("is tied to the global role that is named", () => {
    const preset = findPreset("site-admins");
    expect(preset && cellsOf(preset, "stewards", "use-case")).toEqual([
      { role: "outsider:stewards", permission: "group.administer" },
    ]);
    expect(findPreset("no-such")).toBeNull();
  });
});

function kindOf({ roles }: Preset, name: string): ColumnKind {
  if (name.startsWith("outsider:")) return "advanced-outsider";
  if (name === "outsider" || name === "member" || name === "leader" || name === "anonymous") return name;
  expect(roles.map((role) => role.name)).toContain(name);
  return "custom";
}
