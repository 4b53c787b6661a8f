/** Join links, made by the people whose links they are. */
import { createJoinLink, pauseJoinLink, revokeJoinLink } from "@/lib/join-links/commands";
import { joinGroup } from "@/lib/members/commands/join-group";
import { WORLD_LINKS, type WorldLink } from "../world/links";
import { BERTHS_TAKEN } from "../world/requests";
import { must, type Site } from "./site";

/** One after the other: links of a group are listed by their age. */
export async function buildLinks(site: Site): Promise<void> {
  for (const link of WORLD_LINKS) site.links.set(link.key, await buildLink(site, link));
  for (const name of BERTHS_TAKEN) {
    const { token } = site.link("two-berths");
    await must(`${name} aboard`, joinGroup(await site.as(name), { token, note: "" }), "joined");
  }
}

async function buildLink(site: Site, { key, group, by, label, note = "", hours, maxUses, ...link }: WorldLink) {
  const { asksApproval = false } = link;
  const input = {
    ...{ group: site.group(group), label, note, asksApproval },
    ...{ expiresInHours: hours, maxUses: maxUses ?? null },
  };
  // Nobody can make a link whose time is over, so the portal makes it for them.
  const asked = hours !== null && hours < 0 ? await site.self() : await site.as(by);
  const made = await must(`the link ${key}`, createJoinLink(asked, input, site.account(by)));
  if (!made) throw new Error(`the link ${key} came without its token`);
  return made;
}

/** What became of links since; the rest follows from what became of their makers. */
export async function endLinks(site: Site): Promise<void> {
  for (const { key, group, by, state, ends } of WORLD_LINKS) {
    const input = { group: site.group(group), link: site.link(key).id };
    if (ends === "revoked") await must(`revoking ${key}`, revokeJoinLink(await site.as(by), input));
    if (state === "paused") await must(`pausing ${key}`, pauseJoinLink(await site.as(by), input));
  }
}
