/**
 * A world in which whatever lists or counts groups has something to keep back from pat, who administers people: `blind`,
 * which she does not see, and `quiet`, which she sees without knowing who is in it.
 */
import { sql } from "drizzle-orm";
import { peopledWorld, type World, type WorldDraft } from "@/db/testing/peopled-world";

const chief = ["group.administer"];
const silver = { eligible: ["silver"] };

const draft: WorldDraft = {
  roles: {
    authenticated: ["directory.view", "profile.view"],
    keeper: ["people.administer", "group.overview", "explain.view"],
    ...{ gold: [], silver: [] },
  },
  types: {
    plain: { outsider: ["group.view", "member.list", "request.decide", "link.manage"], chief },
    // One could list whom it holds, if one knew that it is there.
    unseen: { outsider: ["member.list", "request.decide", "link.manage", "member.add"], member: ["group.view"], chief },
    discreet: { outsider: ["group.view"], chief },
    board: { outsider: ["group.view", "member.list"] },
  },
  accounts: { root: { owner: true }, pat: { roles: ["keeper", "silver"] }, sue: {}, sam: {}, tom: {} },
  groups: {
    clear: { type: "plain", members: { sue: ["chief"], sam: [] }, leaders: ["sue"] },
    blind: {
      type: "unseen",
      creator: "sam",
      members: { sue: ["chief"], tom: [] },
      leaders: ["sue"],
      confers: ["gold"],
    },
    quiet: { type: "discreet", members: { sue: ["chief"], tom: [] }, leaders: ["sue"], confers: ["gold"] },
    "blind-asked": { type: "unseen", pending: { sue: "join" } },
    "quiet-asked": { type: "discreet", pending: { sue: "join" } },
    "led-by-clear": { ...silver, type: "board", leaderGroups: ["clear"] },
    "led-by-blind": { ...silver, type: "board", leaderGroups: ["blind"] },
    "led-by-quiet": { ...silver, type: "board", leaderGroups: ["quiet"] },
    "led-in-silence": { ...silver, type: "discreet", leaders: ["sam"] },
  },
  links: {
    l1: { group: "blind", by: "sue" },
    l2: { group: "quiet", by: "sue" },
    l3: { group: "blind", by: "sam" },
  },
  posts: { p1: { group: "blind", by: "sam" } },
};

/** A group that is there no more: the log alone knows what it was called. */
export const GONE = "00000000-0000-4000-8000-00000000b11d";

/** Sam has been in `blind`, and has left traces of it. */
export async function ground(): Promise<World> {
  const at = await peopledWorld(draft);
  const [sam, blind] = [at.id("sam"), at.id("blind")];
  await at.rows(sql`insert into reply (post_id, author_id, body) values (${at.id("p1")}, ${sam}, 'Yes')`);
  await at.rows(sql`insert into request (group_id, account_id, kind, status, decided_at)
    values (${blind}, ${sam}, 'join', 'approved', portal_now())`);
  await at.rows(sql`insert into notice (account_id, event, group_id, request_id)
    values (${sam}, 'member.removed', ${blind}, gen_random_uuid())`);
  await at.rows(sql`insert into audit (event, account_id, group_id, request_id)
    values ('member.removed', ${sam}, ${blind}, gen_random_uuid())`);
  await at.rows(sql`insert into audit (event, group_id, group_name, subject_id, request_id) values
    ('group.deleted', ${GONE}, 'blind-gone', null, gen_random_uuid()),
    ('leader.appointed', ${at.id("led-by-blind")}, 'led-by-blind', ${blind}, gen_random_uuid())`);
  return at;
}
