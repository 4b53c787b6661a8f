/** What happened since: titles, ends, dismissals, farewells, and people and roles that are no longer there. */
import { sql } from "drizzle-orm";
import { dismissLeader } from "@/lib/leaders/commands";
import { addMember } from "@/lib/members/commands/add-member";
import { editOwnMembership } from "@/lib/members/commands/edit-own-membership";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { removeMember } from "@/lib/members/commands/remove-member";
import { setMemberRoles } from "@/lib/members/commands/set-member-roles";
import { setUntil } from "@/lib/members/commands/set-until";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { deleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import { changeSettings, reserveName } from "@/lib/settings/commands";
import { DELETED_ROLE } from "../world/roles";
import { must, type Site } from "./site";

export async function buildHistory(site: Site): Promise<void> {
  await giveTitles(site);
  await setEnds(site);
  await comeAndGo(site);
  await endAuthority(site);
  await settle(site);
}

async function giveTitles(site: Site): Promise<void> {
  const titles = [
    { who: "José Ñúñez", group: "shipwrights", title: "Second caulker", note: "Mornings only." },
    { who: "Kwame Mensah", group: "shipwrights", title: "Keeper of the plans", note: "" },
    { who: "李海燕", group: "storm-riders", title: "Bosun · 水手长", note: "" },
    { who: "Zoë Björkqvist", group: "beekeepers", title: "Friend of hive three 🐝", note: "Allergic. It is fine." },
  ];
  for (const { who, group, title, note } of titles) {
    const input = { group: site.group(group), title, note };
    await must(`${who} naming themselves`, editOwnMembership(await site.as(who), input));
  }
}

async function setEnds(site: Site): Promise<void> {
  const ends = [
    { who: "Hervé Le Guen", group: "scouts", by: "Þórdís Ægisdóttir", days: 30 },
    { who: "José Ñúñez", group: "north-wind", by: "Σοφία Παππά", days: 14 },
    { who: "ليلى حدّاد", group: "exchange", by: "Lucía Ferreyra", days: 60 },
    { who: "Isolde Marchbanks", group: "envoys", by: "Orla Lindqvist", days: 365 },
  ];
  for (const { who, group, by, days } of ends) {
    const input = { group: site.group(group), account: site.account(who), until: await inDays(site, days) };
    await must(`an end for ${who} in ${group}`, setUntil(await site.as(by), input));
  }
}

/** A moment of the database's clock, as commands take it. */
async function inDays({ portal }: Site, days: number): Promise<string> {
  const [row] = await portal.store.reader.rows<{ at: string }>(sql`
    select to_char((portal_now() + make_interval(days => ${days}::int)) at time zone 'utc',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`);
  if (!row) throw new Error("the database did not tell the time");
  return row.at;
}

async function comeAndGo(site: Site): Promise<void> {
  const kestrel = site.group("kestrel");
  const pip = { group: kestrel, account: site.account("Pip 🐙") };
  await must(
    "Pip's removal",
    removeMember(await site.as("Isolde Marchbanks"), { ...pip, reason: "The harpoon is not a fork." }),
  );
  const lamps = { group: site.group("lamplighters"), note: "" };
  await must("O'Brien's farewell", leaveGroup(await site.as("O'Brien"), lamps), "left");
  const scouts = site.group("scouts");
  const officer = { group: scouts, account: site.account("Gustav Nyström"), roles: ["officer"] };
  await must("Gustav's promotion", setMemberRoles(await site.as("Þórdís Ægisdóttir"), officer));
  // Whoever asked is simply added: the request is closed by it.
  const keys = { group: site.group("gate-keys"), account: site.account("Isolde Marchbanks"), roles: [], until: null };
  await must("Isolde's key", addMember(await site.as("Hervé Le Guen"), keys));
  const herve = { group: kestrel, account: site.account("Hervé Le Guen"), leaderGroup: null };
  await must("Hervé's dismissal", dismissLeader(await site.as("Isolde Marchbanks"), herve));
}

/** Each takes others along: memberships, a captain's links, a list of roles that would be empty. */
async function endAuthority(site: Site): Promise<void> {
  const ngozi = () => site.as("Ngozi Adébáyò-Okonkwo");
  const cosmin = { account: site.account("Cosmin Albu"), role: "member", reason: "Left the alliance, stays a friend." };
  await must("Cosmin's farewell", unassignGlobalRole(await ngozi(), cosmin));
  const rurik = { account: site.account("Рюрик Волков"), reason: "Gone north, and asked us to close the account." };
  await must("Rurik's farewell", deactivateAccount(await ngozi(), rurik));
  const pioneers = { role: DELETED_ROLE, reason: "Nobody remembers who was first." };
  await must("the end of a role", deleteGlobalRole(await ngozi(), pioneers));
}

async function settle(site: Site): Promise<void> {
  const names = [
    { name: "Guildhall", reason: "The portal itself." },
    { name: "Harbour Office", reason: "Would be taken for the authorities." },
  ];
  const ngozi = "Ngozi Adébáyò-Okonkwo";
  for (const input of names) await must(`reserving ${input.name}`, reserveName(await site.as(ngozi), input));
  const settings = { newAccountRole: "member" };
  await must("what new accounts become", changeSettings(await site.as(ngozi), settings));
}
