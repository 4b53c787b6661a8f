/** Who is told why, about whom: oneself everywhere that one sees, others by right, and nobody more than they may know. */
import { beforeAll, describe, expect, test } from "vitest";
import { everyGroup, everyViewer } from "@/db/testing/everything";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { seedWorld, type World } from "@/db/testing/seed";
import { listMembers } from "@/lib/members/queries/list-members";
import { findPerson } from "@/lib/people/queries/find-person";
import { GROUP_PERMISSIONS, isGroupPermission } from "@/lib/policy/catalogue";
import { decide, decideGlobal, sees } from "@/lib/policy/decide";
import type { Situation } from "@/lib/policy/facts";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { findExplanation } from "./queries/find-explanation";
import type { Who } from "./who";

const OTHERS: readonly Who[] = [
  { kind: "visitor" },
  { kind: "outsider" },
  { kind: "roles", roles: ["role-0", "role-3"] },
];
const person = (account: string): Who => ({ kind: "person", account });

describe("why", () => {
  let kit: TestPortal;
  let world: World;
  let viewers: Viewer[];
  const groups = new Map<Viewer, { slug: string; situation: Situation }[]>();

  beforeAll(async () => {
    kit = await testPortal();
    world = await seedWorld(kit.clone.ownerUrl, { seed: 77, groups: 24, accounts: 9 });
    viewers = await everyViewer(kit.portal, world);
    for (const viewer of viewers) {
      const all = await everyGroup(viewer);
      groups.set(
        viewer,
        all.map(({ row, situation }) => ({ slug: row.slug, situation })),
      );
    }
  });

  const oneself = (viewer: Viewer): Who => (viewer.account ? person(viewer.account.id) : { kind: "visitor" });
  const pairs = (of: readonly Viewer[] = viewers) =>
    of.flatMap((viewer) => (groups.get(viewer) ?? []).map((group) => ({ viewer, ...group })));
  const asked = async (viewer: Viewer, slug: string, who: Who, permission?: string) => {
    kit.statements();
    const answer = await findExplanation(viewer, { group: { slug }, who, permission });
    return { answer, statements: kit.statements() };
  };
  const asksAboutOthers = (viewer: Viewer, situation: Situation) =>
    sees(viewer, situation) &&
    (decideGlobal(viewer, "explain.view").allowed || decide(viewer, situation, "member.administer").allowed);

  test("about oneself everybody is told, in the groups that they see, and what they are told is what is decided", async () => {
    const answers = { told: 0, silent: 0, yes: 0 };
    for (const [n, { viewer, slug, situation }] of pairs().entries()) {
      const { key } = GROUP_PERMISSIONS[n % GROUP_PERMISSIONS.length] ?? { key: "group.view" };
      const { answer, statements } = await asked(viewer, slug, oneself(viewer), key);
      expect(statements).toHaveLength(1);
      expect(answer !== null, slug).toBe(sees(viewer, situation));
      if (!answer) {
        answers.silent++;
        continue;
      }
      answers.told++;
      expect(answer.own).toBe(true);
      expect(answer.allowed).toBe(decide(viewer, situation, key).allowed);
      for (const row of answer.rows) {
        if (!isGroupPermission(row.key)) throw new Error("not a permission");
        expect(row.allowed).toBe(decide(viewer, situation, row.key).allowed);
        answers.yes += row.allowed ? 1 : 0;
      }
    }
    expect(answers.told).toBeGreaterThan(60);
    expect(answers.silent).toBeGreaterThan(60);
    expect(answers.yes).toBeGreaterThan(300);
  });

  test("T18: hidden and absent are the same, by the same statement, about whomever is asked", async () => {
    let hidden = 0;
    for (const viewer of viewers) {
      for (const who of [oneself(viewer), person(world.accounts[3] ?? ""), ...OTHERS]) {
        const absent = await asked(viewer, "nothing-here-abc234", who);
        expect(absent.answer).toBeNull();
        expect(absent.statements).toHaveLength(1);
        for (const { slug, situation } of groups.get(viewer) ?? []) {
          if (sees(viewer, situation)) continue;
          expect(await asked(viewer, slug, who)).toEqual(absent);
          hidden++;
        }
      }
    }
    expect(hidden).toBeGreaterThan(300);
  });

  test("T18: with the guard out of the way it gives itself away: the comparison can fail", async () => {
    let told = 0;
    for (const viewer of viewers.filter(({ account }) => account?.active && !account.owner)) {
      const knowing: Viewer = { ...viewer, globalPermissions: new Set(["group.bypass"]) };
      for (const { slug, situation } of groups.get(viewer) ?? []) {
        if (!sees(viewer, situation) && (await asked(knowing, slug, oneself(viewer))).answer) told++;
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  test("about others only with the right to, or where one administers members; what nobody is counts as others", async () => {
    const answers = { told: 0, refused: 0 };
    for (const { viewer, slug, situation } of pairs()) {
      for (const who of OTHERS) {
        if (!viewer.account && who.kind === "visitor") continue;
        const { answer } = await asked(viewer, slug, who);
        expect(answer !== null, `${viewer.name} ${slug} ${who.kind}`).toBe(asksAboutOthers(viewer, situation));
        if (answer) answers.told++;
        else answers.refused++;
      }
    }
    expect(answers.told).toBeGreaterThan(40);
    expect(answers.refused).toBeGreaterThan(300);
  });

  test("explain.view opens every group that one sees, and no other", async () => {
    const asker = viewers.find(
      ({ account, globalPermissions }) => account?.active && !account.owner && globalPermissions.size < 3,
    ) as Viewer;
    const explaining: Viewer = { ...asker, globalPermissions: new Set([...asker.globalPermissions, "explain.view"]) };
    let gained = 0;
    for (const { slug, situation } of groups.get(asker) ?? []) {
      const { answer } = await asked(explaining, slug, { kind: "outsider" });
      expect(answer !== null).toBe(sees(asker, situation));
      if (answer && !asksAboutOthers(asker, situation)) gained++;
    }
    expect(gained).toBeGreaterThan(2);
  });

  test("an account that one does not know of is no account: by profile, list of members or right to administer", async () => {
    const asker = viewers.find(
      ({ account }) => account?.active && !account.owner && account.id !== world.accounts[1],
    ) as Viewer;
    const explaining: Viewer = { ...asker, globalPermissions: new Set(["explain.view"]) };
    const withProfiles: Viewer = { ...asker, globalPermissions: new Set(["explain.view", "profile.view"]) };
    const administering: Viewer = { ...asker, globalPermissions: new Set(["explain.view", "people.administer"]) };
    const answers = { unknown: 0, known: 0, inactive: 0 };
    for (const { slug, situation } of groups.get(asker) ?? []) {
      if (!sees(asker, situation)) continue;
      const nobody = await asked(explaining, slug, person(crypto.randomUUID()));
      expect(nobody.answer).toBeNull();
      for (const account of world.accounts) {
        if (account === asker.account?.id) continue;
        const found = await asked(explaining, slug, person(account));
        expect(found.statements).toEqual(nobody.statements);
        if (found.answer === null) answers.unknown++;
        else {
          answers.known++;
          const listed = (await listMembers(explaining, slug))?.lines.some((line) => line.account.id === account);
          const tends = ["member.add", "leader.appoint", "request.decide"] as const;
          expect(listed || tends.some((key) => decide(explaining, situation, key).allowed)).toBe(true);
        }
        expect((await asked(administering, slug, person(account))).answer).not.toBeNull();
        const profile = await findPerson(withProfiles, account);
        const { answer } = await asked(withProfiles, slug, person(account));
        if (profile) expect(answer?.person).toBe(profile.name);
        else if (answer === null) answers.inactive++;
      }
    }
    expect(answers.unknown).toBeGreaterThan(5);
    expect(answers.inactive).toBeGreaterThan(0);
  });

  test("a person is told as they stand: what is said of them is what they would be told themselves", async () => {
    const owner = await findViewer(kit.portal, { account: world.accounts[0] ?? "" });
    let told = 0;
    for (const subject of viewers.filter(({ account }) => account)) {
      for (const { slug, situation } of groups.get(subject) ?? []) {
        const { answer } = await asked(owner, slug, oneself(subject), "post.create");
        expect(answer?.allowed).toBe(decide(subject, situation, "post.create").allowed);
        const own = (await asked(subject, slug, oneself(subject), "post.create")).answer;
        if (own) expect(answer?.rows).toEqual(own.rows);
        if (own) told++;
      }
    }
    expect(told).toBeGreaterThan(50);
  });

  test("whoever runs the portal is told everything; an unknown permission, role or account is nothing", async () => {
    const site = await siteViewer(kit.portal);
    const [group] = groups.get(viewers[0] as Viewer) ?? [];
    const slug = group?.slug ?? "";
    for (const who of [...OTHERS, person(world.accounts[1] ?? "")])
      expect((await asked(site, slug, who)).answer).not.toBeNull();
    expect((await asked(site, slug, { kind: "outsider" }, "post.fly")).answer).toBeNull();
    expect((await asked(site, slug, { kind: "roles", roles: ["nobody"] })).answer).toBeNull();
    expect((await asked(site, slug, { kind: "roles", roles: ["anonymous"] })).answer).toBeNull();
    expect((await asked(site, slug, person(crypto.randomUUID()))).answer).toBeNull();
  });
});
