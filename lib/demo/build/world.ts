/** The whole world, from a portal that has just begun: every bit of it by a command of the portal itself or of a person. */
import type { Portal } from "@/lib/portal";
import { WORLD_LINKS } from "../world/links";
import { buildAddresses } from "./addresses";
import { buildGroups, buildLeaders, buildMembers } from "./groups";
import { buildHistory } from "./history";
import { buildLinks, endLinks } from "./links";
import { buildPeople } from "./people";
import { buildPolicy } from "./policy";
import { buildPosts } from "./posts";
import { buildRequests } from "./requests";
import { Site } from "./site";

export interface ToldLink {
  readonly label: string;
  /** from the portal's root; the secret in it is told this once */
  readonly path: string;
}

export async function buildWorld(portal: Portal): Promise<ToldLink[]> {
  const site = new Site(portal);
  await buildPolicy(site);
  await buildPeople(site);
  await buildGroups(site);
  await buildMembers(site);
  await buildLeaders(site);
  await buildLinks(site);
  await buildRequests(site);
  await buildPosts(site);
  await endLinks(site);
  await buildHistory(site);
  await buildAddresses(site);
  return WORLD_LINKS.flatMap(({ key, told }) => (told ? [{ label: told, path: `/join/${site.link(key).token}` }] : []));
}
