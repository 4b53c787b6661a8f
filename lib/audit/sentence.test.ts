import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { GLOBAL_PERMISSIONS, GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { EVENTS } from "@/lib/scenario/events";
import { differencesOf } from "./difference";
import type { LogLine } from "./line";
import { type LogRow, lineOf } from "./line";
import { causeOf, SAYS, sentenceText } from "./sentence";
import { CAUSES } from "./sentence-causes";
import { NOUNS } from "./sentence-words";

const LIB = fileURLToPath(new URL("..", import.meta.url));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.ts$/.test(path) && !/\.(test|db\.test|race\.db\.test|test-kit)\.ts$|\/testing\/|\/proof\//.test(path)
      ? [path]
      : [];
  });
}

/** Every `noun.past` that the code writes, whatever variable it passes through on its way into the log. */
function written(): Set<string> {
  const permissions = new Set<string>([...GLOBAL_PERMISSIONS, ...GROUP_PERMISSIONS].map(({ key }) => key));
  // What a file of jobs names is carried out by commands, which say themselves what they write.
  const jobs = files(LIB).filter((path) => path.endsWith("/jobs.ts"));
  const kinds = new Set(jobs.flatMap((path) => readFileSync(path, "utf8").match(/(?<=")[a-z]+\.[a-z-]+(?=")/g) ?? []));
  const found = new Set<string>();
  for (const path of files(LIB).filter((one) => !one.startsWith(join(LIB, "audit")))) {
    const text = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const [, before = "", word = ""] of text.matchAll(/(\b(?:verb|kind): )?["'`]([a-z]+\.[a-z-]+)["'`]/g)) {
      const noun = word.split(".")[0] ?? "";
      if (before === "" && Object.hasOwn(NOUNS, noun) && !permissions.has(word) && !kinds.has(word)) found.add(word);
    }
  }
  return found;
}

const row = (part: Partial<LogRow>): LogRow => ({
  ...{ id: 7, ms: 0, at: "2026-03-04T12:00:00.000Z", event: "member.removed", request_id: "r" },
  ...{ actor_id: "a", actor_name: "Alice", account_id: "b", account_name: "Bob", group_id: "g", group_name: "Scouts" },
  ...{ slug: "scouts-abc234", type: null, type_label: null, role: null, role_label: null, permission: null },
  ...{ link_label: null, leader_group: null, before: null, after: null, role_labels: null },
  ...{ cause: null, cause_role: null, reason: null, ...part },
});
const line = (part: Partial<LogRow>): LogLine => lineOf(row(part));
const says = (part: Partial<LogRow>) => sentenceText(line(part));

describe("every event is a sentence", () => {
  it("whatever the code writes, there is one for it, or it is a cause with words of its own", () => {
    const events = written();
    expect(events.size).toBeGreaterThan(60);
    const without = [...events].filter((event) => !Object.hasOwn(SAYS, event) && !Object.hasOwn(CAUSES, event));
    expect(without).toEqual([]);
  });

  it("whatever a scenario can expect, there is one for it", () => {
    expect(EVENTS.filter((event) => !Object.hasOwn(SAYS, event))).toEqual([]);
  });

  it("finds one that nobody wrote a sentence for", () => {
    expect(written()).not.toContain("member.teleported");
    expect(Object.hasOwn(SAYS, "member.teleported")).toBe(false);
    expect([...written()]).toEqual(
      expect.arrayContaining(["view.begun", "leader.dismissed", "link.rotated", "account.renamed"]),
    );
  });

  it("its noun is one by which the log can be narrowed", () => {
    expect(Object.keys(SAYS).filter((event) => !Object.hasOwn(NOUNS, event.split(".")[0] ?? ""))).toEqual([]);
  });

  it.each(Object.keys(SAYS))("%s leaves no place open, whoever did it and whatever is known", (event) => {
    for (const actor of [{}, { actor_id: null, actor_name: null }, { actor_id: "b", actor_name: "Bob" }])
      for (const cause of [null, "role.deleted blue"])
        for (const bare of [
          {},
          { account_id: null, account_name: null, group_id: null, group_name: null, slug: null },
        ]) {
          const said = says({ event, ...actor, cause, ...bare });
          expect(said).toMatch(/^\P{Ll}.*[^ ]\.$/u);
          expect(said).not.toMatch(/[{}]| {2}|undefined|null/);
          expect(said.includes("because")).toBe(cause !== null);
        }
  });
});

test("reads as people would say it", () => {
  expect(says({})).toBe("Alice removed Bob from Scouts.");
  expect(says({ event: "member.left", actor_id: "b" })).toBe("Bob left Scouts.");
  const lost = { event: "member.pruned", account_name: "Carol", cause: "permission.revoked group.request member" };
  expect(says({ ...lost, cause_role: "Member" })).toBe(
    "Carol was removed from Scouts, because the role Member lost “Request non-public groups”.",
  );
  expect(says({ event: "request.made", actor_id: "b", after: { kind: "leave" } })).toBe("Bob asked to leave Scouts.");
  const own = { event: "request.withdrawn", actor_id: "b" };
  expect(says({ ...own, after: { kind: "join" } })).toBe("Bob took back their request to join Scouts.");
  expect(says(own), "an older line").toBe("Bob took back their request about Scouts.");
  expect(says({ event: "request.closed", after: { kind: "leave" }, cause: "member.removed" })).toBe(
    "The request of Bob to leave Scouts was closed, because they were removed from the group.",
  );
  expect(says({ event: "request.approved", after: { kind: "join" }, cause: "group.configured" })).toBe(
    "The request of Bob to join Scouts was carried out, because the settings of the group were changed.",
  );
  expect(
    says({
      event: "permission.granted",
      group_id: null,
      type: "squad",
      type_label: "Squad",
      role: "member",
      role_label: "Member",
      permission: "post.create",
    }),
  ).toMatch(/^Alice granted “.+” to Member in Squad\.$/);
  expect(
    says({ event: "member.roles-changed", after: { roles: ["officer"] }, role_labels: { officer: "Officer" } }),
  ).toBe("Alice changed the roles of Bob in Scouts to Officer.");
  expect(says({ event: "member.until-changed", after: { until: null } })).toBe(
    "Alice set when the membership of Bob in Scouts ends: never.",
  );
  expect(says({ event: "setting.changed", before: { autoLeave: false }, after: { autoLeave: true } })).toBe(
    "Alice changed whether people leave groups at once.",
  );
  expect(says({ event: "view.begun", after: { as: "visitor" } })).toBe("Alice began to view the portal as a visitor.");
});

test("a cause in another group is told as one, and one that befell somebody unnamed as somebody’s", () => {
  const why = (part: Partial<LogRow>) => causeOf(line({ event: "member.pruned", ...part }));
  expect(why({ cause: "member.until" })).toBe("because the time set for their membership had passed");
  expect(why({ cause: "member.until elsewhere" })).toBe(
    "because the time set for their membership in another group had passed",
  );
  expect(why({ cause: "member.left" }), "a line of an earlier version").toBe(
    "because they left another group that gave them something",
  );
  expect(why({ cause: "group.deleted", slug: "scouts-k3f9q2" }), "likewise").toBe("because another group was deleted");
  expect(why({ cause: "group.deleted", slug: null })).toBe("because the group was deleted");
  expect(why({ cause: "group.deleted elsewhere" })).toBe("because another group was deleted");
  expect(why({ cause: "group.deleted", group_id: null, group_name: null })).toBe("because a group was deleted");
  const nobody = { event: "group.without-administrator", account_id: null, account_name: null };
  expect(why({ ...nobody, cause: "member.removed elsewhere" })).toBe(
    "because somebody was removed from another group that gave them something",
  );
  expect(why({ ...nobody, cause: "account.role-taken member", cause_role: "Member" })).toBe(
    "because somebody lost the role Member",
  );
  expect(why({ cause: "role.deleted blue", cause_role: "{they} $&" })).toBe("because the role {they} $& was deleted");
  for (const cause of Object.keys(CAUSES).flatMap((one) => [one, `${one} elsewhere`]))
    expect(why({ ...nobody, cause }), cause).not.toMatch(/\bthey\b|[{}]|undefined/);
  expect(says({ ...nobody, event: "leader.dismissed", cause: "group.deleted elsewhere" })).toBe(
    "Another group no longer leads Scouts, because that group was deleted.",
  );
});

test("a group that leads is named to those who see it, and by nothing else in the line", () => {
  const appointed = {
    event: "leader.appointed",
    account_id: null,
    account_name: null,
    after: { leaderGroup: "Secret" },
  };
  const unseen = line(appointed);
  expect(JSON.stringify(unseen)).not.toContain("Secret");
  expect(sentenceText(unseen)).toBe("Alice put another group in charge of Scouts.");
  expect(says({ ...appointed, leader_group: "Secret" })).toBe("Alice put Secret in charge of Scouts.");
});

const STEERS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

test("T55: nothing in a stored name, label or reason steers a page, a terminal or the direction of writing", {
  timeout: 60_000,
}, () => {
  const nasty = fc.string({ unit: "binary", maxLength: 20 }).map((text) => `${text}\u001b[31m\r\n\u202eevil\u0007`);
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom(...Object.keys(SAYS)), (one, other, event) => {
      const names = {
        actor_name: one,
        account_name: other,
        group_name: one,
        role: other,
        type: one,
        cause: `role.deleted ${other}`,
      };
      const said = line({
        event,
        ...names,
        role_label: one,
        type_label: other,
        link_label: one,
        cause_role: other,
        reason: one,
      });
      expect(sentenceText(said)).not.toMatch(STEERS);
      expect(said.reason).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e]/u);
      for (const { what, before, after } of differencesOf({
        before: { [one]: other },
        after: { [other]: { deep: one } },
      }))
        expect(`${what}${before}${after}`).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e]/u);
    }),
    { numRuns: 40 },
  );
});

test("what was changed is shown thing by thing, and what was not is left out", () => {
  expect(
    differencesOf({
      before: { open: false, eligibleRoles: ["blue"], name: "Old", nested: { a: 1 } },
      after: { open: true, eligibleRoles: [], name: "Old", nested: { a: 2 } },
    }),
  ).toEqual([
    { what: "Open", before: "no", after: "yes" },
    { what: "Eligible roles", before: "blue", after: "none" },
    { what: "Nested · a", before: "1", after: "2" },
  ]);
  expect(differencesOf({ before: null, after: { title: "Hello" } })).toEqual([
    { what: "Title", before: null, after: "Hello" },
  ]);
  expect(differencesOf({ before: null, after: null })).toEqual([]);
});

it("calls roles of a membership by their labels, and one that has none by its name", () => {
  const before = { roles: ["officer", "gone", "toString"], until: null };
  expect(differencesOf({ before, after: null, roleLabels: { officer: "Officer" } })).toEqual([
    { what: "Roles", before: "Officer, gone, toString", after: null },
  ]);
  expect(differencesOf({ before: { roles: "officer" }, after: null, roleLabels: { officer: "Officer" } })).toEqual([
    { what: "Roles", before: "officer", after: null },
  ]);
});
