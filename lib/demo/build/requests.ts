/** People ask, take back, and are answered by those who may answer. */
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { decideRequest, withdrawRequest } from "@/lib/requests/commands";
import { crowdRequests } from "../world/enrolment";
import { WORLD_REQUESTS, type WorldRequest } from "../world/requests";
import { must, type Site } from "./site";

/** One after the other: an inbox shows the oldest first. */
export async function buildRequests(site: Site): Promise<void> {
  for (const request of WORLD_REQUESTS) {
    await ask(site, request);
    await end(site, request);
  }
  for (const request of crowdRequests()) await ask(site, { ...request, kind: "join" });
}

type Asking = Pick<WorldRequest, "by" | "group" | "kind" | "link" | "note">;

async function ask(site: Site, { by, group, kind, link, note }: Asking): Promise<void> {
  const viewer = await site.as(by);
  const doing = `${by} asking to ${kind} ${group}`;
  const there = { group: site.group(group), note };
  if (kind === "leave") await must(doing, leaveGroup(viewer, there), "leave-requested");
  else await must(doing, joinGroup(viewer, link ? { token: site.link(link).token, note } : there), "requested");
}

async function end(site: Site, { by, group: key, kind, end: ended }: WorldRequest): Promise<void> {
  if (!ended) return;
  const group = site.group(key);
  if (ended === "withdrawn") {
    await must(`${by} withdrawing`, withdrawRequest(await site.as(by), { group }));
    return;
  }
  const { verdict, who, reason } = ended;
  const input = { group, account: site.account(by), verdict, kind, reason };
  await must(`${who} deciding ${by} in ${key}`, decideRequest(await site.as(who), input));
}
