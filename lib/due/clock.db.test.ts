/** What has its time is decided by the database's clock, to the millisecond: no zone and no clock of a process matters. */
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { hashToken } from "@/lib/join-links/token";
import { joinGroup } from "@/lib/members/commands/join-group";
import { openPortal } from "@/lib/portal";
import { findViewer } from "@/lib/session/viewer";
import { runDue } from "./run";

const ZONES = ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"];
const SKEWS = [-26, 0, 26];
const TOKEN = `ghj_${"t".repeat(43)}`;
const HOUR = 3_600_000;
// The night in which a summer ended somewhere.
const MOMENT = "2026-11-01T06:00:00.000Z";
const zone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  process.env.TZ = zone ?? "UTC";
});

/** A membership, a link and a session that end at that moment; what is left of them one millisecond before, then, and after. */
async function endsAt(moment: string): Promise<string[]> {
  const at = await peopledWorld({
    types: { club: { outsider: ["group.view", "member.join"], member: ["group.view"], leader: ["link.manage"] } },
    accounts: { root: { owner: true }, ann: {}, bob: {} },
    groups: { scouts: { open: true, public: true, members: ["ann"], leaders: ["root"] } },
    links: { way: { group: "scouts", by: "root" } },
  });
  await at.rows(sql`update membership set until = ${moment}::timestamptz`);
  await at.rows(sql`update join_link set expires_at = ${moment}::timestamptz, token_hash = ${await hashToken(TOKEN)}`);
  await at.rows(sql`insert into session (id, account_id, how, expires_at)
    values ('s', ${at.id("bob")}, 'password', ${moment}::timestamptz)`);
  const told: string[] = [];
  for (const shift of [-1, 0, 1]) {
    const clock = new Date(Date.parse(moment) + shift).toISOString();
    const portal = await openPortal({
      ...{ url: at.clone.appUrl, size: 2, logLevel: "silent" },
      session: { "guildhall.clock": clock },
    });
    const session = (await findViewer(portal, { session: "s" })).account ? "signed in" : "signed out";
    const bob = await findViewer(portal, { account: at.id("bob") });
    const { answer } = await joinGroup(bob, { token: TOKEN, note: "" });
    await at.rows(sql`delete from membership where account_id = ${at.id("bob")}`);
    await runDue(portal);
    told.push(`${shift}: ${session}, ${answer}, ${(await at.members("scouts")).join(" ") || "nobody"}`);
    await portal.store.end();
  }
  return told;
}

describe("T70 at its very moment", () => {
  const cases = ZONES.flatMap((name) => SKEWS.map((hours) => ({ name, hours })));
  it.each(cases)("in $name, with a clock $hours hours off, the same ends", async ({ name, hours }) => {
    process.env.TZ = name;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(MOMENT) + hours * HOUR });
    expect(await endsAt(MOMENT)).toEqual([
      "-1: signed in, joined, ann",
      "0: signed out, expired, nobody",
      "1: signed out, expired, nobody",
    ]);
  });
});
