/**
 * Every route, and whom of the nine it answers with a page. Whoever is not named finds nothing there (404). `to` names
 * where somebody is led instead.
 */
import type { Persona, World } from "../support/personas";
import { IN, PORTAL_POWER } from "./actions";

export interface RouteDoor {
  /** the address, where it does not follow from the route by itself; `slug` is the group asked for */
  readonly path?: (world: World, slug: string) => string;
  readonly opens: readonly Persona[];
  /** led elsewhere: persona → beginning of the address */
  readonly to?: Partial<Record<Persona, string>>;
  /** a group is named, so hidden and absent are asked besides */
  readonly group?: true;
  /** answered to POST alone; a GET finds nothing to read (405) */
  readonly post?: true;
}

const ALL: readonly Persona[] = ["visitor", ...IN, "deactivated"];
const GROUP_POWER: readonly Persona[] = ["advanced", "groupAdmin", "owner"];
const entry = Object.fromEntries((["visitor", "deactivated"] as const).map((one) => [one, "/sign-in"]));
const at = (rest: string) => (_world: World, slug: string) => `/groups/${slug}${rest}`;
const ofType = (rest: string) => (world: World) => `/admin/group/types/manage/${world.type}${rest}`;

export const ROUTES: Readonly<Record<string, RouteDoor>> = {
  "/": { opens: ["visitor", "deactivated"], to: Object.fromEntries(IN.map((one) => [one, "/home"])) },
  "/_not-found": { opens: [] },
  "/_global-error": { opens: [], path: () => "/_global-error" },
  "/api/health": { opens: ALL },
  "/sign-in": { opens: ALL },
  "/sign-up": { opens: ALL },
  "/home": { opens: IN, to: { visitor: "/", deactivated: "/" } },
  "/groups": { opens: ALL },
  "/my-groups": { opens: IN, to: entry },
  "/my-requests": { opens: IN, to: entry },
  "/requests": { opens: IN, to: entry },
  "/notices": { opens: IN, to: entry },
  "/account": { opens: IN, to: entry },
  "/groups/[slug]": { group: true, path: at(""), opens: IN },
  "/groups/[slug]/members": {
    group: true,
    path: at("/members"),
    opens: ["advanced", "member", "leader", "groupAdmin", "owner"],
  },
  "/groups/[slug]/requests": { group: true, path: at("/requests"), opens: [...GROUP_POWER, "leader"] },
  "/groups/[slug]/links": { group: true, path: at("/links"), opens: [...GROUP_POWER, "leader"] },
  "/groups/[slug]/links/new": { group: true, path: at("/links/new"), opens: [...GROUP_POWER, "leader"] },
  "/admin/group/types": { opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]": { path: ofType(""), opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]/permissions": { path: ofType("/permissions"), opens: PORTAL_POWER },
  "/admin/group/types/manage/[type]/permissions/outsider": {
    path: ofType("/permissions/outsider"),
    opens: PORTAL_POWER,
  },
};
