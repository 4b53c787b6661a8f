/** A group that leads others is deleted: what its leading was is counted before, and said in the log afterwards. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { deleteGroup } from "./commands/delete-group";
import { touchesPeople } from "./queries/count-consequences";
import { previewChanges } from "./queries/preview-changes";
import { previewDeleting } from "./queries/preview-deleting";
import { changesSentences } from "./sentence-consequences";

const COUNCIL = "council-aaaaaa";

const world = () =>
  peopledWorld({
    roles: { warden: [] },
    types: {
      club: {
        outsider: ["group.view"],
        leader: ["member.list"],
        "outsider:warden": ["group.delete", "member.list"],
        admin: ["group.administer"],
      },
    },
    accounts: { root: { owner: true }, ann: {}, wes: { roles: ["warden"] } },
    groups: {
      council: { members: { ann: ["admin"] } },
      choir: { leaderGroups: ["council"] },
      band: { leaderGroups: ["council"], leaders: ["ann"] },
      secret: { hidden: true, leaderGroups: ["council"] },
      apart: {},
    },
  });

it("counts the groups that lose it, as far as their reader sees them", async () => {
  const at = await world();
  const told = async (who: string) => (await previewDeleting(await at.as(who), COUNCIL))?.counts;
  const counts = await told("root");
  expect(counts?.beyond).toEqual({ closed: 0, flagged: 0, unled: 3, withoutAdministrator: 0 });
  expect(counts && touchesPeople({ ...counts, removed: 0 })).toBe(true);
  // Ann leads the secret one through the council, and so sees it; Wes may delete the council and does not.
  expect((await told("ann"))?.beyond.unled).toBe(3);
  expect((await told("wes"))?.beyond.unled).toBe(2);
  // Who leads a group is for those who may list its members, or appoint leaders.
  await at.rows(sql`delete from group_grant where role = 'outsider:warden' and permission = 'member.list'`);
  await at.rows(sql`update policy set version = version + 1`);
  expect((await told("wes"))?.beyond.unled).toBe(0);
});

it("does not count one of them that goes along", async () => {
  const at = await world();
  const previewed = await previewChanges(await at.as("root"), [COUNCIL, "choir-aaaaaa"], { kind: "delete" });
  expect(previewed?.totals && changesSentences(previewed.totals, 2)).toContain(
    "2 other groups lose a group that leads them.",
  );
});

it("is named in the log of each by what it was, and what was counted is what happens", async () => {
  const at = await world();
  const council = at.id("council");
  expect(await deleteGroup(await at.as("root"), { group: COUNCIL })).toMatchObject({ done: true });
  const lines = await at.rows<{ at: string; subject: string; before: unknown }>(sql`
    select group_id as at, subject_id as subject, before from audit where event = 'leader.dismissed'`);
  expect(lines.map(({ at: where, ...line }) => ({ ...line, where: at.name(where) }))).toEqual(
    expect.arrayContaining(
      ["band", "choir", "secret"].map((where) => ({ subject: council, before: { leaderGroup: "council" }, where })),
    ),
  );
  expect(lines).toHaveLength(3);
  expect(await at.rows(sql`select account_id as id from leader`)).toEqual([{ id: at.id("ann") }]);
});
