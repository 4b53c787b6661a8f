/** Who of the crowd is in which group: people who may be there, drawn the same way every time. */
import { CROWD } from "./crowd";
import { diceFor } from "./dice";
import type { WorldGroup } from "./groups/group";
import type { WorldPerson } from "./people";
import { CROWD_NOTES, CROWD_REQUESTS } from "./requests";
import { groupWith, WORLD_GROUPS } from "./world-groups";

export interface Enrolment {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Named people first, then the crowd. A founder whom the type makes a member is not among them. */
export function enrolmentOf(group: WorldGroup): Enrolment[] {
  const named = Object.entries(group.members).map(([name, roles]) => ({ name, roles }));
  const drawn = crowdIn(group).map((name, n) => ({
    name,
    roles: group.some && n < group.some.count ? [group.some.role] : [],
  }));
  return [...named, ...drawn];
}

function crowdIn(group: WorldGroup): string[] {
  const fitting = CROWD.filter((person) => mayBeIn(group, person)).map(({ name }) => name);
  if (fitting.length < group.crowd) throw new Error(`only ${fitting.length} of the crowd may be in ${group.key}`);
  return diceFor(`in ${group.key}`).shuffled(fitting).slice(0, group.crowd);
}

/** Nobody stands where the rules would not let them stay. */
function mayBeIn(group: WorldGroup, person: WorldPerson): boolean {
  const { eligible = [], flags } = group;
  if (eligible.length > 0 && !eligible.some((role) => holds(person, role))) return false;
  return flags.includes("public") || eligible.length > 0 || person.roles.includes("member");
}

function holds(person: WorldPerson, role: string): boolean {
  if (person.roles.includes(role)) return true;
  return WORLD_GROUPS.some(
    (group) => group.confers?.includes(role) && !group.eligible?.includes(role) && crowdIn(group).includes(person.name),
  );
}

export interface CrowdRequest {
  readonly by: string;
  readonly group: string;
  readonly link: string | undefined;
  readonly note: string;
}

/** People of the crowd who ask for a group that they are not in. */
export function crowdRequests(): CrowdRequest[] {
  return CROWD_REQUESTS.flatMap(({ group: key, count, link }) => {
    const group = groupWith(key);
    const inside = new Set(crowdIn(group));
    const dice = diceFor(`asks ${key}`);
    const asking = CROWD.filter(({ name, roles }) => !inside.has(name) && roles.includes("member"));
    return dice
      .shuffled(asking)
      .slice(0, count)
      .map(({ name }) => ({ by: name, group: key, link, note: CROWD_NOTES[dice.throw(CROWD_NOTES.length)] ?? "" }));
  });
}
