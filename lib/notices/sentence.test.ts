import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { CAUSE_KINDS } from "@/lib/audit/sentence-kinds";
import { GLOBAL_PERMISSIONS, GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { eventsOf, kindOf, namesActor, sentenceOf, TOLD, whyOf } from "./sentence";
import { NOTICE_KINDS } from "./sentence-kinds";

it.each([
  [null, null, null],
  ["account.role-taken member", "Member", "because you no longer hold the role Member"],
  ["account.role-taken gone", null, "because you no longer hold the role gone"],
  [
    "permission.revoked group.request member; permission.revoked group.request blue",
    "Member",
    "because the role Member lost the right “Request non-public groups”",
  ],
  [
    "permission.revoked group.create:crew member",
    "Member",
    "because the role Member lost the right “group.create:crew”",
  ],
  ["member.until", null, "because the time set for your membership has passed"],
  // As an earlier version wrote it: nobody falls out of the group that they were removed from.
  ["member.removed", null, "because you were removed from another group that gave you a role"],
  ["member.removed elsewhere", null, "because you were removed from another group that gave you a role"],
  ["group.configured", null, "because the settings of the group changed"],
  ["group.configured elsewhere", null, "because the settings of another group changed"],
  ["request.approved elsewhere", null, "because your request about another group was approved"],
  ["account.role-taken elsewhere", "Elsewhere", "because you no longer hold the role Elsewhere"],
  ["role.deleted blue", "{you} $&", "because the role {you} $& was deleted"],
  ["nothing.known x", null, null],
])("of %j it says %j", (cause, causeRole, said) =>
  expect(whyOf({ event: "member.pruned", aboutGroup: true, cause, causeRole, reason: null })).toBe(
    said ? `This came about ${said}.` : "",
  ),
);

it("speaks of a group, not of another one, where the notice is about none", () => {
  const taken = { event: "account.role-taken", aboutGroup: false, causeRole: null, reason: null };
  const why = (cause: string) => whyOf({ ...taken, cause });
  expect(why("member.left")).toBe("This came about because you left a group that gave you a role.");
  expect(why("group.deleted")).toBe("This came about because a group was deleted.");
  expect(why("request.approved")).toBe("This came about because your request about a group was approved.");
});

/** Everything in the files that tell people, of which some is only logged. */
const ONLY_LOGGED = [
  ...["member.joined", "member.left", "member.edited", "request.withdrawn", "link.used", "post.created"],
  ...["link.created", "link.paused", "link.resumed", "link.rotated"],
  ...[
    "group.created",
    "group.edited",
    "group.configured",
    "group.deleted",
    "account.deleted",
    "account.address-proven",
  ],
];

/** What reads like an event and is none: rights, and a cause that has no line of its own. */
const NO_EVENTS = [...[...GROUP_PERMISSIONS, ...GLOBAL_PERMISSIONS].map(({ key }) => key as string), "member.until"];

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function filesThatTell(folder = "lib"): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesThatTell(path);
    if (!path.endsWith(".ts") || path.endsWith("test.ts")) return [];
    return /\btellings(Of)?\b|\bTelling\b|tellAuthor/.test(readFileSync(join(ROOT, path), "utf8")) ? [path] : [];
  });
}

/** What each of them calls an event. */
function eventsIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8").replaceAll(/\bverb: .*/g, "");
  const named = [...text.matchAll(/"((?:member|request|leader|link|group|account|post|reply)\.[a-z-]+)"/g)];
  return named.map((match) => match[1] ?? "").filter((event) => !NO_EVENTS.includes(event));
}

it("has words for every event that the code tells, and for none besides", () => {
  const files = filesThatTell();
  expect(files.length).toBeGreaterThan(15);
  const named = new Set(files.flatMap(eventsIn));
  expect([...named].filter((event) => !TOLD[event] && !ONLY_LOGGED.includes(event))).toEqual([]);
  expect(Object.keys(TOLD).filter((event) => !named.has(event))).toEqual([]);
});

/** The events that the code tells to owners, administrators or deciders: to whoever looks after it, not to whom it befell. */
const toldToOthers = () =>
  filesThatTell().flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const toldSo = /event: "([a-z.-]+)",\s+to: (?:"owners"|\{ (?:administratorsOf|decidersOf))/g;
    return [...text.matchAll(toldSo)].map((match) => match[1] ?? "");
  });

it("never says “you” of a cause to those who look after the group, whatever it is", () => {
  const events = [...new Set(toldToOthers())].sort();
  expect(events).toEqual(["group.made-internal", "group.without-administrator", "request.made"]);
  expect(Object.keys(TOLD).filter((event) => TOLD[event]?.ofOthers)).toEqual(expect.arrayContaining(events));
  for (const event of events)
    for (const began of CAUSE_KINDS.map((kind) => kind.event))
      for (const cause of [began, `${began} elsewhere`, `${began} group.request member`]) {
        const why = whyOf({ event, aboutGroup: true, cause, causeRole: null, reason: null });
        expect(why, cause).not.toMatch(/\byou|[{}]|undefined/i);
      }
  expect(
    whyOf({
      event: "group.without-administrator",
      aboutGroup: true,
      cause: "account.owner-unmade",
      causeRole: null,
      reason: null,
    }),
  ).toBe("This came about because somebody is no longer a site owner.");
});

const line = (event: string, name: string | null) => ({
  event,
  role: "Officer",
  group: name ? { slug: "x-abc234", name } : null,
});

it("has a kind and a whole sentence for each, with its group and without", () => {
  for (const event of Object.keys(TOLD)) {
    expect(NOTICE_KINDS).toContain(kindOf(event));
    expect(eventsOf(kindOf(event))).toContain(event);
    for (const name of ["Chess", null]) {
      expect(sentenceOf(line(event, name)), event).toMatch(/^[A-Z][^{}]+\.$/);
      expect(sentenceOf(line(event, name)).includes("Chess"), event).toBe(
        name !== null && TOLD[event]?.says.includes("{group}"),
      );
    }
  }
});

it("says who it was where it is known, and does not say it twice", () => {
  expect(sentenceOf({ ...line("request.made", "Chess"), actor: "{role} $&", wish: "leave" })).toBe(
    "{role} $& wishes to leave Chess.",
  );
  expect(sentenceOf(line("request.made", "Chess"))).toBe("Somebody wishes to join or leave Chess.");
  expect(sentenceOf({ ...line("request.approved", "Chess"), wish: "join" })).toBe(
    "Your request to join Chess was approved.",
  );
  expect(sentenceOf(line("reply.created", "Chess"))).toBe("Somebody replied to a post of yours in Chess.");
  expect([namesActor("request.made"), namesActor("member.added"), namesActor("unheard.of")]).toEqual([
    true,
    false,
    false,
  ]);
});

it("takes a name for a name, whatever signs it holds", () => {
  expect(sentenceOf(line("member.added", "$& {role} {group}"))).toBe("You were added to $& {role} {group}.");
  const role = "$1 {group}";
  expect(sentenceOf({ ...line("account.role-given", null), role })).toBe(`You now hold the role ${role}.`);
});
