/** Every group of the demo world. */
import { COUNCILS } from "./groups/councils";
import { CREWS } from "./groups/crews";
import type { WorldGroup } from "./groups/group";
import { GUILDS } from "./groups/guilds";
import { HALLS } from "./groups/halls";
import { SERVICES } from "./groups/keys";

export const WORLD_GROUPS: readonly WorldGroup[] = [...GUILDS, ...CREWS, ...COUNCILS, ...HALLS, ...SERVICES];

const byKey = new Map(WORLD_GROUPS.map((group) => [group.key, group]));

/** A group by its key; a key that no group has is a slip in these files. */
export function groupWith(key: string): WorldGroup {
  const group = byKey.get(key);
  if (!group) throw new Error(`no group of the demo world has the key ${key}`);
  return group;
}

/** Founded by its creator, whom the type then makes a member; only a site owner makes a restricted one. */
export function isFounded({ type, flags }: WorldGroup): boolean {
  return type === "guild" && !flags.includes("restricted");
}
