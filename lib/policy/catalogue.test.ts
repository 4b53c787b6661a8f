import { describe, expect, it } from "vitest";
import {
  canHold,
  contentTypeOf,
  GLOBAL_PERMISSIONS,
  type GlobalPermission,
  GROUP_PERMISSIONS,
  globalPermission,
  globalPermissionsOf,
  groupPermission,
  groupPermissionsOf,
  HOLDER_OF_COLUMN,
  impliedBy,
  implies,
  isContentPermission,
  isGlobalPermission,
  isGroupPermission,
  possibleForAnonymousRole,
  possibleIn,
} from "./catalogue";
import { CONTENT_TYPES } from "./content-rows";
import type { ColumnKind } from "./facts";
import { ROWS } from "./proof/oracle.test-kit";
import type { Holder } from "./row";

const LETTERS: Readonly<Record<Holder, string>> = { anonymous: "A", outsider: "O", member: "M", leader: "L" };

const LABELS = {
  "group.administer": "Administer group",
  "group.view": "View group",
  "group.view-unpublished": "View unpublished group",
  "group.view-own-unpublished": "View own unpublished group",
  "group.edit": "Edit group",
  "group.configure": "Change how people get in",
  "group.delete": "Delete group",
  "member.list": "View member list",
  "member.administer": "Administer members",
  "member.add": "Add members",
  "member.remove": "Remove members",
  "member.assign-roles": "Change members' roles",
  "request.decide": "Approve and reject requests",
  "link.manage": "Manage join links",
  "leader.appoint": "Appoint leaders",
  "member.join": "Join group",
  "member.request": "Request membership",
  "member.leave": "Leave group",
  "member.edit-own": "Edit own membership",
  "audit.view": "View the group's log",
  "post.view": "View posts",
  "post.view-unpublished": "View unpublished posts",
  "post.create": "Create posts",
  "post.edit-own": "Edit own posts",
  "post.edit-any": "Edit any posts",
  "post.delete-own": "Delete own posts",
  "post.delete-any": "Delete any posts",
};

const SECTIONS = {
  Group: 7,
  Members: 5,
  "Requests and links": 2,
  Leaders: 1,
  "Joining and leaving": 4,
  Log: 1,
  Posts: 7,
};

describe("the rows of a type's table", () => {
  it("stand in their order, with their labels", () => {
    expect(GROUP_PERMISSIONS.map(({ key, label }) => [key, label])).toEqual(Object.entries(LABELS));
    expect(Object.keys(ROWS).sort()).toEqual(Object.keys(LABELS).sort());
  });

  it.each(GROUP_PERMISSIONS)("$key has the holders and the risk that the oracle knows", ({ key, holders, risk }) => {
    const letters = holders.map((holder) => LETTERS[holder]).join("");
    expect(letters).toBe(ROWS[key]?.replace(/[!~]/g, ""));
    expect(risk).toBe(ROWS[key]?.includes("!") ? "high" : "normal");
  });

  it.each(GROUP_PERMISSIONS)("$key says why to exactly those whom it leaves out, in a sentence", (row) => {
    const left = (["anonymous", "outsider", "member", "leader"] as const).filter((who) => !row.holders.includes(who));
    expect(Object.keys(row.impossible).sort()).toEqual(left.sort());
    expect(row.help).toMatch(/^[A-Z].{15,}\.$/);
    for (const reason of Object.values(row.impossible)) expect(reason).toMatch(/^[A-Z].{15,}[^,]\.$/);
  });

  it("fold into sections", () => {
    for (const [name, rows] of Object.entries(SECTIONS)) {
      expect(GROUP_PERMISSIONS.filter(({ section }) => section === name)).toHaveLength(rows);
    }
    expect([...new Set(GROUP_PERMISSIONS.map(({ section }) => section))].sort()).toEqual(Object.keys(SECTIONS).sort());
  });

  it("of a type follow the content switched on", () => {
    expect(groupPermissionsOf([]).map(({ key }) => key)).toEqual(Object.keys(LABELS).slice(0, 20));
    expect(groupPermissionsOf(["post"])).toEqual(GROUP_PERMISSIONS);
    expect(groupPermissionsOf(["poem"])).toEqual(groupPermissionsOf([]));
  });

  it("are told by name", () => {
    expect(isGroupPermission("group.view")).toBe(true);
    expect(isGroupPermission("directory.view")).toBe(false);
    expect(groupPermission("post.create").label).toBe("Create posts");
    expect(() => groupPermission("group.fly" as "group.view")).toThrow("no such group permission: group.fly");
  });

  it("of content know their content type", () => {
    expect(CONTENT_TYPES.map(({ key }) => key)).toEqual(["post"]);
    expect(GROUP_PERMISSIONS.filter(({ key }) => isContentPermission(key)).map(({ key }) => key)).toEqual(
      Object.keys(LABELS).slice(20),
    );
    expect(contentTypeOf("post.view")).toBe("post");
    expect(contentTypeOf("group.view")).toBeNull();
  });
});

describe("implication", () => {
  const FIVE = ["member.add", "member.remove", "member.assign-roles", "request.decide", "link.manage"] as const;

  it("is three rows long", () => {
    const implying = GROUP_PERMISSIONS.filter(({ key }) => implies(key).length > 0).map(({ key }) => key);
    expect(implying).toEqual(["member.administer", "post.edit-any", "post.delete-any"]);
    expect(implies("member.administer")).toEqual(FIVE);
    expect(implies("post.edit-any")).toEqual(["post.edit-own"]);
    expect(implies("post.delete-any")).toEqual(["post.delete-own"]);
  });

  it("reads the same backwards", () => {
    for (const { key } of GROUP_PERMISSIONS) {
      for (const other of implies(key)) expect(impliedBy(other)).toEqual([key]);
    }
    expect(impliedBy("group.view")).toEqual([]);
  });
});

describe("a cell", () => {
  const KINDS = Object.entries({
    anonymous: "anonymous",
    outsider: "outsider",
    "advanced-outsider": "outsider",
    member: "member",
    insider: "member",
    custom: "member",
    leader: "leader",
  } satisfies Record<ColumnKind, Holder>) as [ColumnKind, Holder][];

  it.each(KINDS)("of a column %s is possible where %s is a holder, and else says why not", (kind, holder) => {
    expect(HOLDER_OF_COLUMN[kind]).toBe(holder);
    for (const { key, holders, impossible } of GROUP_PERMISSIONS) {
      expect(canHold(holder, key)).toBe(holders.includes(holder));
      expect(possibleIn(kind, key)).toBe(holders.includes(holder) ? true : impossible[holder]);
    }
  });

  it("gives a sentence that somebody can read", () => {
    expect(possibleIn("anonymous", "member.join")).toBe("There is no account to give a membership to.");
  });
});

describe("site-wide rights", () => {
  const HIGH = [
    "group.bypass",
    "group.manage",
    "type.administer",
    "people.administer",
    "permission.administer",
    "audit.view",
    "explain.view",
    "setting.administer",
  ];
  const WORDS: [GlobalPermission, string, string][] = [
    ["directory.view", "View the group directory", "Looking around"],
    ["profile.view", "View people's profiles", "Looking around"],
    ["group.bypass", "Bypass group access", "Groups"],
    ["group.request", "Request non-public groups", "Groups"],
    ["group.manage", "Manage all groups", "Groups"],
    ["group.overview", "Group overview", "Groups"],
    ["type.administer", "Administer group types", "Administration"],
    ["people.administer", "Administer people", "Administration"],
    ["permission.administer", "Administer permissions", "Administration"],
    ["audit.view", "View the audit log", "Administration"],
    ["explain.view", "Explain other people's access", "Administration"],
    ["setting.administer", "Administer settings", "Administration"],
  ];

  it("stand in their order, with their labels", () => {
    expect(GLOBAL_PERMISSIONS.map(({ key, label, section }) => [key, label, section])).toEqual(WORDS);
    expect(GLOBAL_PERMISSIONS.filter(({ risk }) => risk === "high").map(({ key }) => key)).toEqual(HIGH);
  });

  it("are possible without an account for two, and else say why not", () => {
    for (const row of [...GLOBAL_PERMISSIONS, globalPermission("group.create:squad")]) {
      const possible = row.key === "directory.view" || row.key === "profile.view";
      expect(row.holders).toEqual(possible ? ["anonymous", "account"] : ["account"]);
      expect(possibleForAnonymousRole(row.key)).toBe(possible ? true : row.impossible.anonymous);
      if (!possible) expect(row.impossible.anonymous).toMatch(/^There is no account .{10,}\.$/);
      expect(row.help).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("gain a row for each type, between the groups and the administration", () => {
    const rows = globalPermissionsOf([
      { name: "squad", label: "Squad" },
      { name: "club", label: "Club" },
    ]);
    expect(rows.map(({ key }) => key)).toEqual([
      ...WORDS.slice(0, 5).map(([key]) => key),
      "group.create:squad",
      "group.create:club",
      ...WORDS.slice(5).map(([key]) => key),
    ]);
    const squad = rows.find(({ key }) => key === "group.create:squad");
    expect(squad?.label).toBe("Create Squad groups");
    expect(squad?.help).toContain("of the type Squad");
    expect(squad?.section).toBe("Creating groups");
    expect(squad?.risk).toBe("normal");
  });

  it("are told by name", () => {
    expect(isGlobalPermission("group.bypass")).toBe(true);
    expect(isGlobalPermission("group.create:squad")).toBe(true);
    expect(isGlobalPermission("group.create:")).toBe(false);
    expect(isGlobalPermission("to group.create:squad")).toBe(false);
    expect(isGlobalPermission("group.view")).toBe(false);
    expect(globalPermission("group.create:squad").label).toBe("Create squad groups");
    expect(globalPermission("group.bypass").label).toBe("Bypass group access");
    expect(() => globalPermission("group.create:")).toThrow("no such global permission: group.create:");
  });
});
