/** Whose link somebody else revokes is told so, by the transaction that does it; pausing can be undone, and is not told. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { openWorkshop } from "@/e2e/support/edited-code";
import { listNotices } from "@/lib/notices/queries";
import { sentenceOf, whyOf } from "@/lib/notices/sentence";
import type * as Tending from "./commands";
import { pauseJoinLink, resumeJoinLink, revokeJoinLink, rotateJoinLink } from "./commands";

const club = () =>
  peopledWorld({
    types: { club: { member: ["link.manage", "group.view"] } },
    accounts: { root: { owner: true }, pia: {}, max: {}, bob: {} },
    groups: { scouts: { members: ["pia", "max"], hidden: true } },
    links: { board: { group: "scouts", by: "pia" } },
  });

const tend = async (at: World, by: string, verb: typeof pauseJoinLink, reason = "") => {
  const [link] = await at.rows<{ id: string; slug: string }>(
    sql`select k.id, g.slug from join_link k join groups g on g.id = k.group_id`,
  );
  const viewer = by === "site" ? await at.site() : await at.as(by);
  const input = { group: link?.slug ?? "", link: link?.id ?? "", reason };
  return (await verb(viewer, input)).answer;
};
const told = async (at: World, who: string) =>
  (await listNotices(await at.as(who))).lines.map((line) => [sentenceOf(line), line.actor, whyOf(line)]);

describe("a link that somebody revokes", () => {
  it("is told to its maker, once, with who did it and why", async () => {
    const at = await club();
    expect(await tend(at, "max", revokeJoinLink, "The fair is over")).toBe("changed");
    expect(await tend(at, "root", revokeJoinLink, "Once more")).toBe("changed");
    expect(await told(at, "pia")).toEqual([
      ["A join link that you made for scouts was revoked.", "max", "Reason given: “The fair is over”"],
    ]);
    for (const who of ["max", "root", "bob"]) expect(await told(at, who), who).toEqual([]);
    expect(await at.rows(sql`select reason from audit where event = 'link.revoked'`)).toEqual([
      { reason: "The fair is over" },
    ]);
  });

  it("T16 is told without the name of a group that its maker does not see any more", async () => {
    const at = await club();
    await at.rows(sql`delete from membership where account_id = ${at.id("pia")}`);
    await tend(at, "max", revokeJoinLink);
    expect(await told(at, "pia")).toEqual([
      ["A join link that you made for a group that you do not see now was revoked.", "max", ""],
    ]);
  });

  it("is told to nobody where it is refused, where its maker does it, or the portal while it builds a world", async () => {
    const [refused, own, built] = [await club(), await club(), await club()];
    expect(await tend(refused, "bob", revokeJoinLink)).toBe("not-found");
    expect(await tend(own, "pia", revokeJoinLink)).toBe("changed");
    expect(await tend(built, "site", revokeJoinLink)).toBe("changed");
    for (const at of [refused, own, built]) expect(await at.rows(sql`select 1 from notice`)).toEqual([]);
  });

  it("is told to whoever gave it a new address, for they made it anew", async () => {
    const at = await club();
    await tend(at, "max", rotateJoinLink);
    await tend(at, "root", revokeJoinLink);
    expect([await at.notices("max"), await at.notices("pia")]).toEqual([["link.revoked scouts"], []]);
  });
});

describe("a link that is paused, or goes on", () => {
  it("is told to nobody", async () => {
    const at = await club();
    for (const verb of [pauseJoinLink, resumeJoinLink, rotateJoinLink]) {
      expect(await tend(at, "max", verb)).toBe("changed");
    }
    expect(await at.rows(sql`select 1 from notice`)).toEqual([]);
  });

  it("and would be, were it not asked what is done to it", async () => {
    const at = await club();
    const workshop = await openWorkshop();
    const edit = { file: "lib/join-links/commands.ts", cut: 'verb === "revoke" && !isSite', instead: "!isSite" };
    await workshop.withEdits([edit], "/lib/join-links/commands.ts", async (tending: typeof Tending) => {
      await tend(at, "max", tending.pauseJoinLink);
    });
    await workshop.close();
    expect(await at.notices("pia")).toEqual(["link.revoked scouts"]);
  });
});
