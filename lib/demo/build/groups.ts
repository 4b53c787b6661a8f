/** The groups, who is in them, and who is in charge. */
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { appointLeader } from "@/lib/leaders/commands";
import { importMembers } from "@/lib/members/commands/import-members";
import { enrolmentOf } from "../world/enrolment";
import type { WorldFlag, WorldGroup } from "../world/groups/group";
import { isFounded, WORLD_GROUPS } from "../world/world-groups";
import { must, type Site, severalAtOnce } from "./site";

export async function buildGroups(site: Site): Promise<void> {
  await severalAtOnce(WORLD_GROUPS, (group) => buildGroup(site, group));
}

/** Guilds are founded by people, as everybody may; every other group is set up for its creator. */
async function buildGroup(site: Site, group: WorldGroup): Promise<void> {
  const { key, type, name, description, picture, colour, quiet, eligible, confers, creator } = group;
  const input = groupShape.parse({
    ...{ type, name, description, picture, colour, confers, eligibleRoles: eligible, quietJoinPage: quiet },
    flags: flagsOf(group.flags),
  });
  const founding = isFounded(group)
    ? createGroup(await site.as(creator), input)
    : createGroup(await site.self(), input, site.account(creator));
  const made = await must(`the group ${key}`, founding);
  if (made) site.groups.set(key, made.slug);
}

function flagsOf(on: readonly WorldFlag[]) {
  return {
    internal: on.includes("internal"),
    hidden: on.includes("hidden"),
    open: on.includes("open"),
    public: on.includes("public"),
    restricted: on.includes("restricted"),
    published: !on.includes("unpublished"),
  };
}

/** One group after the other: people are in several, and would only wait for one another. */
export async function buildMembers(site: Site): Promise<void> {
  for (const group of WORLD_GROUPS) {
    const members = enrolmentOf(group).map(({ name, roles }) => ({ account: site.account(name), roles, until: null }));
    if (members.length === 0) continue;
    const input = { group: site.group(group.key), members };
    await must(`the members of ${group.key}`, importMembers(await site.self(), input));
  }
}

export async function buildLeaders(site: Site): Promise<void> {
  for (const { key, leaders = [], leaderGroup } of WORLD_GROUPS) {
    const group = site.group(key);
    for (const name of leaders) {
      const input = { group, account: site.account(name), leaderGroup: null };
      await must(`${name} leading ${key}`, appointLeader(await site.self(), input));
    }
    if (!leaderGroup) continue;
    const input = { group, account: null, leaderGroup: site.group(leaderGroup) };
    await must(`${leaderGroup} leading ${key}`, appointLeader(await site.self(), input));
  }
}
