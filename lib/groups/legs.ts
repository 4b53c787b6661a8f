/** Which stretches of the listing hold what a viewer sees, and can do, as an outsider. */
import { decideGlobal } from "@/lib/policy/decide";
import { reach, type SeesReach } from "@/lib/policy/reach";
import type { Viewer } from "@/lib/session/viewer";
import type { Can } from "./can";

/** How one gets in, as the listing says it: at once or by asking, with or without the right to request. */
export type Way = "open" | "open-public" | "ask" | "ask-public";

export interface Leg {
  readonly type: string;
  readonly published: boolean;
  /** null: every way */
  readonly way: Way | null;
}

/**
 * `not-internal` stands for every group that is not: to whoever manages all groups the listing is too short. Groups of
 * one's own, and of types that one administers, are looked for elsewhere.
 */
export function legsOf(viewer: Viewer, reached: SeesReach, can: Can | null): readonly Leg[] | "not-internal" {
  if (reached.manage && (can === null || can === "manage")) return "not-internal";
  return states(viewer, reached).flatMap((state) => waysOf(viewer, state.type, can).map((way) => ({ ...state, way })));
}

function states(viewer: Viewer, { types, manage }: SeesReach): Pick<Leg, "type" | "published">[] {
  return [...viewer.policy.types.keys()].flatMap((type) => {
    const sight = types.get(type);
    if (sight?.admin) return [];
    return [
      ...(manage || sight?.published ? [{ type, published: true }] : []),
      ...(manage || sight?.unpublished ? [{ type, published: false }] : []),
    ];
  });
}

function waysOf(viewer: Viewer, type: string, can: Can | null): (Way | null)[] {
  if (can === null) return [null];
  if (can === "member") return [];
  if (can === "manage") return grants(viewer, type, "request.decide") ? [null] : [];
  const joins = grants(viewer, type, "member.join");
  const asks = joins || grants(viewer, type, "member.request");
  const ways: Way[] = can === "join" ? (joins ? ["open-public", "open"] : []) : askingWays(joins, asks);
  const holdsRequest = decideGlobal(viewer, "group.request").allowed;
  return ways.filter((way) => holdsRequest || way.endsWith("-public"));
}

/** Whoever may ask but not join asks even where the group is open. */
function askingWays(joins: boolean, asks: boolean): Way[] {
  if (!asks) return [];
  return joins ? ["ask-public", "ask"] : ["ask-public", "ask", "open-public", "open"];
}

function grants(
  viewer: Viewer,
  type: string,
  permission: "request.decide" | "member.join" | "member.request",
): boolean {
  const reached = reach(viewer, viewer.policy, permission);
  return reached.possible.outside && reached.types.get(type)?.outside.granted === true;
}
