import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { joinGroup } from "./commands/join-group";

const FLAGS = ["internal", "hidden", "open", "public", "restricted"] as const;
type Flags = Record<(typeof FLAGS)[number], boolean>;

const EVERY: readonly Flags[] = Array.from(
  { length: 2 ** FLAGS.length },
  (_, n) => Object.fromEntries(FLAGS.map((flag, bit) => [flag, (n & (1 << bit)) !== 0])) as Flags,
);
/** One group for every way in which the five flags can stand, with and without a role that it is kept for. */
const groupsOf = (eligible: boolean) =>
  EVERY.map((flags, n) => [`g${n}${eligible ? "e" : ""}`, { ...flags, eligible: eligible ? ["blue"] : [] }] as const);

const slug = (name: string) => `${name}-aaaaaa`;

describe("T14 joining a group directly", () => {
  it("does what its flags say, whichever they are, whoever asks", { timeout: 120_000 }, async () => {
    const at = await peopledWorld({
      roles: { member: ["group.request"], blue: [] },
      types: { club: { outsider: ["group.view", "member.join"], member: ["group.view"] } },
      accounts: { root: { owner: true }, ann: { roles: ["member"] }, ben: {}, blue: { roles: ["member", "blue"] } },
      groups: Object.fromEntries([...groupsOf(false), ...groupsOf(true)]),
    });
    const wrong: string[] = [];
    let inside = 0;
    for (const who of ["ann", "ben", "blue"]) {
      const viewer = await at.as(who);
      for (const [name, flags] of [...groupsOf(false), ...groupsOf(true)]) {
        const { answer } = await joinGroup(viewer, { group: slug(name), note: "" });
        const wanted = wantedOf(who, flags);
        if (answer !== wanted) wrong.push(`${who} ${JSON.stringify(flags)}: ${answer}, not ${wanted}`);
        inside += answer === "joined" ? 1 : 0;
      }
    }
    expect(wrong).toEqual([]);
    const [row] = await at.rows<{ members: number }>(sql`select count(*)::int as members from membership`);
    expect(row?.members, "nobody is in without having been told so").toBe(inside);
  });
});

/** By the rules in words, not by the code that is tried. */
function wantedOf(who: string, flags: Flags & { eligible: readonly string[] }): string {
  const eligible = flags.eligible.length === 0 || who === "blue";
  if (flags.internal || flags.hidden || !eligible) return "not-found";
  if (!flags.public && who === "ben") return "needs-request-permission";
  return flags.open && !flags.restricted ? "joined" : "requested";
}
