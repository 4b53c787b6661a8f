/** Why somebody may stay in a group by themselves' rights: what would have to go for them to be removed by rule. Pure. */
import type { Policy, PolicyViewer } from "@/lib/policy/facts";

export interface Ground {
  /** somebody else put them in, by hand */
  readonly added: boolean;
  readonly owner: boolean;
  readonly public: boolean;
  /** labels of the roles held that give `group.request` */
  readonly requestBy: readonly string[];
  /** the group is kept for certain roles; labels of those that are held */
  readonly keptFor: boolean;
  readonly eligibleBy: readonly string[];
}

/** Global roles of the viewer that give `group.request`. */
export function rolesThatRequest(policy: Policy, viewer: PolicyViewer): string[] {
  return [...viewer.globalRoles].filter((role) => policy.globalRoles.get(role)?.has("group.request"));
}

/** One sentence: what one's place rests on. What one never held cannot be lost, so that it removes nobody. */
export function stayingSentence(ground: Ground): string {
  if (ground.public) return "Public: no rule removes you, whatever roles you lose.";
  if (ground.owner) return "You may stay as a site owner.";
  const rests = [
    ground.requestBy.length > 0 && `${either(ground.requestBy)}, which lets you be in groups that are not public`,
    ground.keptFor && ground.eligibleBy.length > 0 && `${either(ground.eligibleBy)}, which this group is kept for`,
  ].filter((one) => one !== false);
  if (rests.length === 0)
    return ground.added
      ? "You were put here by somebody, and no role of yours keeps you here."
      : "No role of yours keeps you here, so no rule takes you out for losing one.";
  return `You stay while you hold ${rests.join(", and ")}.`;
}

function either(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}
