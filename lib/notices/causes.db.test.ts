/** What the log, those whom it befell and those who look after the group read of what came about by itself, word for word. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { planOf } from "@/db/testing/plan";
import { openWorkshop } from "@/e2e/support/edited-code";
import { narrowed } from "@/lib/audit/filters";
import { listGroupLog, listLog, logStatement } from "@/lib/audit/queries/list-log";
import { sentenceText } from "@/lib/audit/sentence";
import { deleteGroupRole } from "@/lib/group-types/commands/group-roles";
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import { removeMember } from "@/lib/members/commands/remove-member";
import { endDueMemberships } from "@/lib/members/due";
import { unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { createGlobalRole, deleteGlobalRole } from "@/lib/permissions/commands/global-roles";
import { listNotices } from "./queries";
import { sentenceOf, whyOf } from "./sentence";

const reason = "";

/** Corps confers the role without which nobody stays in Quiet, which Alice alone administers, or comes into Asked. */
const world = (roles: string[] = []) =>
  peopledWorld({
    roles: { member: ["group.request"] },
    types: { club: { member: ["group.view"], outsider: ["group.view"], admin: ["group.administer"] } },
    accounts: { alice: { roles }, bob: { roles: ["member"] }, root: { owner: true }, olga: { owner: true } },
    groups: {
      corps: { public: true, confers: ["member"], members: ["alice", "bob"], pending: { alice: "leave" } },
      quiet: { members: { alice: ["admin"], bob: [] } },
      asked: { pending: { alice: "join" } },
    },
  });

const told = async (at: World, who: string) =>
  (await listNotices(await at.as(who))).lines.map((line) => `${sentenceOf(line)} ${whyOf(line)}`.trim()).sort();
const logOf = async (at: World, group: string) =>
  ((await listGroupLog(await at.as("root"), `${group}-aaaaaa`, {}))?.lines ?? []).map(sentenceText).sort();
const overdue = (at: World, who: string, group: string) =>
  at.rows(sql`update membership set until = portal_now() - interval '1 minute'
    where account_id = ${at.id(who)} and group_id = ${at.id(group)}`);

describe("what came about because of another group", () => {
  it("says so when that one is deleted, to everybody who reads of it", async () => {
    const at = await world();
    await deleteGroup(await at.as("root"), { group: "corps-aaaaaa", reason });
    expect(await logOf(at, "quiet")).toEqual([
      "alice was removed from quiet, because another group was deleted.",
      "quiet lost its last administrator, because another group was deleted.",
    ]);
    expect(await logOf(at, "asked")).toEqual([
      "The request of alice to join asked was closed, because another group was deleted.",
    ]);
    const gone = (await listLog(await at.as("root"), { group: at.id("corps"), cause: "group.deleted" }))?.lines;
    expect(gone?.map(sentenceText).sort()).toEqual([
      "The request of alice to leave corps was closed, because the group was deleted.",
      "alice was removed from corps, because the group was deleted.",
      "bob was removed from corps, because the group was deleted.",
    ]);
    expect(await told(at, "alice")).toEqual([
      "You are no longer in a group that you do not see now. This came about because the group was deleted.",
      "You are no longer in quiet. This came about because another group was deleted.",
      "You no longer hold the role member. This came about because a group was deleted.",
      "Your request to join asked was closed. This came about because another group was deleted.",
      "Your request to join or leave a group that you do not see now was closed. This came about because the group was deleted.",
    ]);
    expect(await told(at, "olga")).toEqual([
      "quiet has lost its last administrator. This came about because another group was deleted.",
    ]);
  });

  it("says so when that one's settings change, and stays to be found by its cause", async () => {
    const at = await world();
    await configureGroup(await at.as("root"), configureShape.parse({ group: "corps-aaaaaa", confers: [] }));
    const said = "alice was removed from quiet, because the settings of another group were changed.";
    expect(await logOf(at, "quiet")).toContain(said);
    const found = await listLog(await at.as("root"), { cause: "group.configured", event: "member.pruned" });
    expect(found?.lines.map(sentenceText)).toEqual([said]);
    expect(await told(at, "alice")).toEqual([
      "You are no longer in quiet. This came about because the settings of another group changed.",
      "You no longer hold the role member. This came about because the settings of a group changed.",
      "Your request to join asked was closed. This came about because the settings of another group changed.",
    ]);
  });

  it("says so when one's time there has passed, also beside others whose time has passed here", async () => {
    const at = await world();
    await overdue(at, "alice", "corps");
    await overdue(at, "bob", "quiet");
    await at.rows(sql`insert into membership (group_id, account_id, how)
      values (${at.id("quiet")}, ${at.id("root")}, 'added')`);
    await endDueMemberships(at.portal);
    expect(await logOf(at, "corps")).toEqual([
      "The request of alice to leave corps was closed, because the time set for their membership had passed.",
      "alice was removed from corps, because the time set for their membership had passed.",
    ]);
    expect(await logOf(at, "quiet")).toEqual([
      "alice was removed from quiet, because the time set for their membership in another group had passed.",
      "bob was removed from quiet, because the time set for their membership had passed.",
      "quiet lost its last administrator, because the time set for somebody’s membership had passed.",
    ]);
    expect(await told(at, "alice")).toEqual([
      "You are no longer in corps. This came about because the time set for your membership has passed.",
      "You are no longer in quiet. This came about because the time set for your membership in another group has passed.",
      "You no longer hold the role member. This came about because the time set for your membership in a group has passed.",
      "Your request to join asked was closed. This came about because the time set for your membership in another group has passed.",
      "Your request to leave corps was closed. This came about because the time set for your membership has passed.",
    ]);
  });

  const removed = async (remove: typeof removeMember) => {
    const at = await world();
    await remove(await at.as("root"), { group: "corps-aaaaaa", account: at.id("alice"), reason });
    return at;
  };
  const ELSEWHERE =
    "You are no longer in quiet. This came about because you were removed from another group that gave you a role.";

  const CLOSED_ELSEWHERE =
    "Your request to join asked was closed. This came about because you were removed from another group that gave you a role.";

  it("is told apart from what came about in the group itself", async () => {
    const at = await removed(removeMember);
    expect(await told(at, "alice")).toEqual([
      ELSEWHERE,
      "You no longer hold the role member. This came about because you were removed from a group that gave you a role.",
      "You were removed from corps.",
      CLOSED_ELSEWHERE,
      "Your request to leave corps was closed. This came about because you were removed from the group.",
    ]);
    expect(await logOf(at, "corps")).toContain(
      "The request of alice to leave corps was closed, because they were removed from the group.",
    );
    expect(await logOf(at, "quiet")).toEqual([
      "alice was removed from quiet, because they were removed from another group that gave them something.",
      "quiet lost its last administrator, because somebody was removed from another group that gave them something.",
    ]);
    expect(await told(at, "olga")).toEqual([
      "quiet has lost its last administrator. This came about because somebody was removed from another group that gave them a role.",
    ]);
  });

  it("is not, without the mark at its cause", async () => {
    const workshop = await openWorkshop();
    const edit = {
      file: "lib/consequences/change.ts",
      cut: ["`", "{cause} elsewhere`"].join("$"),
      instead: "cause",
    };
    await workshop.withEdits([edit], "/lib/members/commands/remove-member.ts", async (code) => {
      const at = await removed((code as { removeMember: typeof removeMember }).removeMember);
      const said = await told(at, "alice");
      // That one left before one fell out is known without it.
      expect(said).toContain(ELSEWHERE);
      expect(said).not.toContain(CLOSED_ELSEWHERE);
    });
    await workshop.close();
  });
});

describe("whoever looks after a group in which something followed", () => {
  it("reads that somebody lost a role, not that they did", async () => {
    const at = await world(["member"]);
    await at.rows(sql`delete from membership where group_id = ${at.id("corps")} and account_id = ${at.id("alice")}`);
    await unassignGlobalRole(await at.as("root"), { account: at.id("alice"), role: "member", reason });
    expect(await told(at, "olga")).toEqual([
      "quiet has lost its last administrator. This came about because somebody no longer holds the role member.",
    ]);
    expect(await logOf(at, "quiet")).toEqual([
      "alice was removed from quiet, because they lost the role member.",
      "quiet lost its last administrator, because somebody lost the role member.",
    ]);
    expect(await told(at, "alice")).toContain(
      "You are no longer in quiet. This came about because you no longer hold the role member.",
    );
  });
});

describe("a role that was deleted", () => {
  it("is called by its label, in the notice and in the log", async () => {
    const at = await world();
    await at.rows(sql`update global_role set label = 'Blue Team' where name = 'member'`);
    await deleteGlobalRole(await at.as("root"), { role: "member", reason });
    expect(await told(at, "bob")).toEqual([
      "You are no longer in quiet. This came about because the role Blue Team was deleted.",
      "You no longer hold the role Blue Team. This came about because the role Blue Team was deleted.",
    ]);
    // Another may bear its machine name since.
    await createGlobalRole(await at.as("root"), { role: "member", label: "Night Watch" });
    const log = (await listLog(await at.as("root"), {}))?.lines.map(sentenceText);
    expect(log).toEqual(
      expect.arrayContaining([
        "root deleted the role Blue Team.",
        "bob lost the role Blue Team, because the role Blue Team was deleted.",
        "bob was removed from quiet, because the role Blue Team was deleted.",
      ]),
    );
  });

  it("likewise where it was one of a group type", async () => {
    const at = await world();
    await at.rows(sql`update group_role set label = 'Head of all' where name = 'admin'`);
    await deleteGroupRole(await at.as("root"), { type: "club", role: "admin", reason });
    expect(await told(at, "alice")).toEqual([
      "Your roles in quiet were changed. This came about because the role Head of all was deleted.",
    ]);
    const log = (await listLog(await at.as("root"), {}))?.lines.map(sentenceText);
    expect(log?.sort()).toEqual([
      "alice lost the role Head of all in quiet, because the role Head of all was deleted.",
      "root deleted the role Head of all in club.",
    ]);
  });

  it("is looked up without reading what else the same change did to thousands", async () => {
    const at = await world();
    await at.rows(sql`insert into audit (event, at, request_id)
      select case when n % 100 = 0 then 'role.deleted' else 'member.joined' end, portal_now() - n * interval '1 minute', gen_random_uuid() from generate_series(1, 20000) n`);
    await at.rows(sql`with change as (select gen_random_uuid() as id), gone as (
        insert into audit (event, role, before, request_id) select 'role.deleted', 'blue', '{"label": "Blue"}', id from change)
      insert into audit (event, account_id, role, cause, request_id)
        select 'account.role-taken', ${at.id("bob")}, 'blue', 'role.deleted blue', id from change, generate_series(1, 20000)`);
    await at.rows(sql`analyze audit`);
    const root = await at.as("root");
    const { rows } = await planOf(at.portal.store.reader, logStatement(root, narrowed({}), null, 50));
    expect(rows.audit).toBeLessThanOrEqual(100);
  });
});
