/** The verbs of scenario files and the commands of the portal, compared both ways. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openStage } from "@/lib/scenario/cloned";
import { DOINGS } from "@/lib/scenario/doings";
import { readScenarios } from "@/lib/scenario/read";
import type { Stage } from "@/lib/scenario/stage";
import { VERB_NAMES } from "@/lib/scenario/verbs";
import type { Viewer } from "@/lib/session/viewer";

/** The verbs that the format promises, and for those that write the command behind each. */
const PROMISED: Readonly<Record<string, string | null>> = {
  ...{ see: null, list: null, "open-link": null, wait: null },
  ...{ join: "group.join", leave: "group.leave", withdraw: "request.withdraw" },
  ...{ approve: "request.decide", reject: "request.decide" },
  ...{ "add-member": "member.add", "remove-member": "member.remove", "set-member-roles": "member.assign-roles" },
  ...{ "set-until": "member.set-until", "edit-own-membership": "member.edit-own" },
  ...{ "appoint-leader": "leader.appoint", "dismiss-leader": "leader.dismiss" },
  ...{ "create-group": "group.create", "configure-group": "group.configure" },
  ...{ "edit-group": "group.edit", "delete-group": "group.delete" },
  ...{ "create-link": "link.create", "revoke-link": "link.revoke", "pause-link": "link.pause" },
  ...{ "resume-link": "link.resume", "rotate-link": "link.rotate" },
  ...{ "create-post": "post.create", "edit-post": "post.edit", "delete-post": "post.delete" },
  ...{ grant: "type.change-grants", revoke: "type.change-grants" },
  ...{ "grant-global": "permission.change", "revoke-global": "permission.change" },
  ...{ "assign-global": "account.give-role", "unassign-global": "account.take-role" },
  ...{ "make-owner": "account.make-owner", "unmake-owner": "account.unmake-owner" },
  ...{ "create-role": "role.create", "delete-role": "role.delete" },
  ...{ deactivate: "account.deactivate", reactivate: "account.reactivate", "delete-account": "account.delete" },
  set: "setting.change",
};

/** Commands that no verb names, each with where it stands instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "type.create": "builds the types of a world",
  "account.import": "builds the accounts of a world",
  "member.import": "builds the members of a world",
  "type.create-role": "create-role with a type",
  "type.delete-role": "delete-role with a type",
  "member.end-due": "wait",
  "type.edit": "labels, content and defaults of a type: the format makes types, and changes only their cells and roles",
  "type.rename-role": "a label, which no answer rests on",
  "type.move-role": "an order, which no answer rests on either",
  "view.begin": "looking on changes nothing and answers nothing of its own; lib/view-as/*.db.test.ts",
  "view.end": "the same",
  "view.end-due": "the same",
  "type.delete": "the format has no verb for it; lib/group-types/types.db.test.ts",
  "permission.apply-file": "all of these at once, from a file; lib/permission-file/*.db.test.ts",
  "setting.reserve-name": "one name of the list that set replaces whole",
  "setting.release-name": "the same",
  "reply.create": "replies have no verb; lib/posts/posts.db.test.ts",
  "reply.edit": "the same",
  "reply.delete": "the same",
  "portal.begin": "before there is anything to ask",
  "portal.offer-setup": "the same",
  "portal.set-up": "the same",
  "account.sign-up": "signing in is nothing that a scenario does; lib/people/*.db.test.ts",
  "account.rename": "the same",
  "account.change-password": "the same",
  "account.change-address": "the same",
  "account.confirm-address": "the same",
  "account.ask-for-proof": "the same",
  "account.sign-out-everywhere": "the same",
  "account.leave":
    "one's own account, as deactivate and delete-account end another's; lib/people/own-account.db.test.ts",
};

const WORLD = `
name: everything once
globalRoles: { blue: [] }
types: { club: { roles: { officer: [] } } }
accounts: { alice: {}, root: { owner: true } }
groups: { scouts: { type: club } }
links: { l1: { group: scouts, by: root } }
posts: { p1: { group: scouts, by: root } }
steps: []`;

const there = { account: "alice", group: "scouts" };
const KEYS: { readonly [V in keyof typeof DOINGS]: Parameters<(typeof DOINGS)[V]>[2] } = {
  join: { group: "scouts" },
  leave: { group: "scouts" },
  withdraw: { group: "scouts" },
  approve: there,
  reject: there,
  "add-member": there,
  "remove-member": there,
  "set-member-roles": { ...there, roles: [] },
  "set-until": { ...there, until: "never" },
  "edit-own-membership": { group: "scouts" },
  "appoint-leader": there,
  "dismiss-leader": there,
  "create-group": { group: "new", type: "club" },
  "configure-group": { group: "scouts" },
  "edit-group": { group: "scouts" },
  "delete-group": { group: "scouts" },
  "create-link": { link: "new", group: "scouts" },
  "revoke-link": { link: "l1" },
  "pause-link": { link: "l1" },
  "resume-link": { link: "l1" },
  "rotate-link": { link: "l1" },
  "create-post": { group: "scouts", post: "new" },
  "edit-post": { post: "p1" },
  "delete-post": { post: "p1" },
  grant: { type: "club", role: "officer", permission: "group.view" },
  revoke: { type: "club", role: "officer", permission: "group.view" },
  "grant-global": { role: "blue", permission: "group.request" },
  "revoke-global": { role: "blue", permission: "group.request" },
  "assign-global": { account: "alice", role: "blue" },
  "unassign-global": { account: "alice", role: "blue" },
  "make-owner": { account: "alice" },
  "unmake-owner": { account: "root" },
  "create-role": { role: "new" },
  "delete-role": { role: "blue" },
  deactivate: { account: "alice" },
  reactivate: { account: "alice" },
  "delete-account": { account: "alice" },
  set: {},
};

let stage: Stage;
beforeAll(async () => {
  const [world] = readScenarios("here", WORLD).scenarios;
  if (!world) throw new Error("the world is wrong");
  stage = await openStage({ ownerUrl: inject("ownerUrl") }, world);
});
afterAll(() => stage.close());

/** A visitor, whom every command refuses and says so, with its verb. */
async function commandBehind(doing: (viewer: Viewer) => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const viewer = await stage.as("anonymous");
  const tell = ({ verb }: { verb: string }) => told.push(verb);
  const log = Object.assign(Object.create(viewer.portal.log), { info: tell });
  await doing({ ...viewer, portal: { ...viewer.portal, log } });
  return told;
}

it("has every verb of the format, and no other", () => {
  expect([...VERB_NAMES].sort()).toEqual(Object.keys(PROMISED).sort());
});

describe("a verb is the portal's own command", () => {
  it.each(Object.keys(DOINGS) as (keyof typeof DOINGS)[])("%s", async (verb) => {
    const told = await commandBehind((viewer) => DOINGS[verb](stage, viewer, KEYS[verb] as never));
    expect(told).toEqual([PROMISED[verb]]);
  });

  it.each(["create-role", "delete-role"] as const)("%s of a type", async (verb) => {
    const keys = { type: "club", role: verb === "create-role" ? "scribe" : "officer" };
    expect(await commandBehind((viewer) => DOINGS[verb](stage, viewer, keys))).toEqual([`type.${verb}`]);
  });
});

it("has a verb for every command of the portal, or says where it stands", () => {
  const named = new Set([...Object.values(PROMISED), ...Object.keys(ELSEWHERE)]);
  const commands = commandsOf(fileURLToPath(new URL("../../lib/", import.meta.url)));
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter((command) => !named.has(command))).toEqual([]);
  expect([...named].filter((name) => name !== null && !commands.includes(name))).toEqual([]);
});

/** Each command says its verb; some say it for several. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  [`link.${"$"}{verb}`]: ["pause", "resume", "revoke", "rotate"].map((verb) => `link.${verb}`),
  [`leader.${"$"}{verb}`]: ["appoint", "dismiss"].map((verb) => `leader.${verb}`),
};

function commandsOf(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test") && !/^(gate|policy|scenario)/.test(file))
    .flatMap((file) => [...readFileSync(folder + file, "utf8").matchAll(/^ +verb: ["`]([^"`]+)["`],$/gm)])
    .flatMap(([, verb = ""]) => SEVERAL[verb] ?? [verb]);
  return [...new Set(found)].sort();
}
