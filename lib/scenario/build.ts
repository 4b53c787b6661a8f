/** Builds the world of a scenario, by the portal itself and through the commands' import form. */

import { z } from "zod";
import type { Outcome } from "@/lib/gate/command";
import { createGroupType } from "@/lib/group-types/commands/create-group-type";
import { createGroupType as typeShape } from "@/lib/group-types/schema";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { createJoinLink } from "@/lib/join-links/commands";
import { appointLeader } from "@/lib/leaders/commands";
import { labelFrom } from "@/lib/machine-name";
import { importMembers } from "@/lib/members/commands/import-members";
import { importAccountShape, importAccounts } from "@/lib/people/commands/import-account";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { createPost } from "@/lib/posts/commands/create-post";
import { createPost as postShape } from "@/lib/posts/schema";
import { changeSettings } from "@/lib/settings/commands";
import { changeSettings as settingsShape } from "@/lib/settings/schema";
import { hoursOf, momentOf } from "./clock";
import { namedOrOwner } from "./known";
import { type Path, pathOf } from "./problem";
import type { World, WorldGroup } from "./shape";
import type { Stage } from "./stage";

/** A world that cannot be: the portal itself was refused a part of it. */
export class WorldRefused extends Error {
  constructor(
    readonly path: string,
    readonly answer: string,
  ) {
    super(`${path}: ${answer}`);
  }
}

export async function buildWorld(stage: Stage, world: World): Promise<void> {
  await buildPolicy(stage, world);
  await buildPeople(stage, world);
  await buildSettings(stage, world);
  for (const [name, group] of Object.entries(world.groups)) await buildGroup(stage, world, name, group);
  for (const [name, group] of Object.entries(world.groups)) await buildPlaces(stage, name, group);
  await buildLinks(stage, world);
  await buildPosts(stage, world);
}

async function must<A extends string, D>(path: Path, work: () => Promise<Outcome<A, D>>): Promise<D> {
  try {
    const { done, answer, data } = await work();
    if (!done) throw new WorldRefused(pathOf(path), answer);
    return data as D;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new WorldRefused(pathOf(path), error.issues.map(({ message }) => message).join(" "));
  }
}

const isBuiltIn = (role: string): boolean => role === "anonymous" || role === "authenticated";

/** Roles, then types, each of which brings a right that roles may hold, then those rights. */
async function buildPolicy(stage: Stage, { globalRoles, types }: World): Promise<void> {
  for (const role of Object.keys(globalRoles)) {
    if (isBuiltIn(role)) continue;
    await must(["globalRoles", role], async () => createGlobalRole(await stage.self(), { role }));
  }
  for (const [name, type] of Object.entries(types)) {
    await must(["types", name], async () => createGroupType(await stage.self(), typeInput(name, type)));
  }
  const changes = Object.entries(globalRoles).flatMap(([role, held]) =>
    [...new Set(held)].map((permission) => ({ role, permission, on: true })),
  );
  if (changes.length === 0) return;
  await must(["globalRoles"], async () => changeGlobalGrants(await stage.self(), { changes, reason: "" }));
}

function typeInput(
  name: string,
  { label, content, creator, roles, advancedOutsider, insider }: World["types"][string],
) {
  const tied = (prefix: string, columns: { [role: string]: string[] }) =>
    Object.entries(columns).map(([role, held]) => [`${prefix}:${role}`, held] as const);
  const cells = Object.fromEntries([
    ...Object.entries(roles),
    ...tied("outsider", advancedOutsider),
    ...tied("insider", insider),
  ]);
  return typeShape.parse({ name, label: label ?? labelFrom(name), start: { from: "table", cells }, content, creator });
}

/** Accounts without password and address, all at once. */
async function buildPeople(stage: Stage, world: World): Promise<void> {
  const names = namedOrOwner(world);
  const people = names.map((name) => {
    const { roles = [], owner = true, active = true } = world.accounts[name] ?? {};
    return importAccountShape.parse({ name, roles, owner, active });
  });
  const ids = await must(["accounts"], async () => importAccounts(await stage.self(), people));
  for (const [n, name] of names.entries()) stage.accounts.set(name, ids[n] ?? "");
}

async function buildSettings(stage: Stage, { settings }: World): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await must(["settings"], async () => changeSettings(await stage.self(), settingsShape.parse(settings)));
}

const firstOwner = (world: World): string =>
  namedOrOwner(world).find((name) => world.accounts[name]?.owner ?? !(name in world.accounts)) ?? "";

async function buildGroup(stage: Stage, world: World, name: string, group: WorldGroup): Promise<void> {
  const { type, eligibleRoles, confers, creator = firstOwner(world) } = group;
  const made = await must(["groups", name], async () => {
    const input = groupShape.parse({ type, name, flags: flagsOf(group), eligibleRoles, confers });
    return createGroup(await stage.self(), input, stage.account(creator));
  });
  stage.groups.set(name, made);
}

type Flags = Pick<WorldGroup, "internal" | "hidden" | "open" | "public" | "restricted" | "published">;

/** Only those that are named: the others take the product's defaults. */
export function flagsOf({ internal, hidden, open, public: isPublic, restricted, published }: Flags) {
  const all = { internal, hidden, open, public: isPublic, restricted, published };
  return Object.fromEntries(Object.entries(all).filter(([, on]) => on !== undefined));
}

async function buildPlaces(stage: Stage, name: string, { members, leaders }: WorldGroup): Promise<void> {
  const path = ["groups", name];
  const group = stage.group(name);
  const people = Object.entries(members).map(([account, said]) => {
    const { roles, until } = Array.isArray(said) ? { roles: said, until: undefined } : said;
    return { account: stage.account(account), roles, until: momentOf(until, stage.minutes) };
  });
  if (people.length > 0) {
    await must([...path, "members"], async () => importMembers(await stage.self(), { group, members: people }));
  }
  const led = [
    ...leaders.accounts.map((one) => ({ account: stage.account(one), leaderGroup: null })),
    ...leaders.groups.map((one) => ({ account: null, leaderGroup: stage.group(one) })),
  ];
  for (const leader of led) {
    await must([...path, "leaders"], async () => appointLeader(await stage.self(), { group, ...leader }));
  }
}

async function buildLinks(stage: Stage, { links }: World): Promise<void> {
  for (const [name, { group, by, maxUses = null, expires, asksApproval = false }] of Object.entries(links)) {
    const input = { group: stage.group(group), label: "", note: "", maxUses, asksApproval };
    const made = await must(["links", name], async () =>
      createJoinLink(await stage.self(), { ...input, expiresInHours: hoursOf(expires) }, stage.account(by)),
    );
    stage.links.set(name, { ...made, group });
  }
}

async function buildPosts(stage: Stage, { posts }: World): Promise<void> {
  for (const [name, { group, by, title = name, published }] of Object.entries(posts)) {
    const made = await must(["posts", name], async () => {
      const input = postShape.parse({ group: stage.group(group), title, published });
      return createPost(await stage.self(), input, stage.account(by));
    });
    stage.posts.set(name, made.id);
  }
}
