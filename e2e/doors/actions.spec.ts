/** Every action of the build, called over HTTP as each of the nine: no more than the table says, and nothing left behind. */
import { expect, test } from "@playwright/test";
import { callForm, everyAction, type Fields, type KnownAction } from "../support/action";
import { databaseDigest } from "../support/digest";
import { forgetWorld, makeWorld, PERSONAS, type Persona, type World } from "../support/personas";
import { closePortalHere } from "../support/stand";
import { ACTIONS, type Door, NO_ID, nameOf, pageOf } from "./actions";

const known = everyAction();
/** who has no session, or none any more */
const OUTSIDE: readonly Persona[] = ["visitor", "deactivated"];
const SEES_HIDDEN: readonly Persona[] = ["advanced", "owner"];

let world: World;
test.beforeAll(async () => {
  world = await makeWorld();
});
test.afterAll(closePortalHere);

test("T03 T05 every action of the build has a row, and every row an action", () => {
  expect(known.map(nameOf).sort()).toEqual(Object.keys(ACTIONS).sort());
});

for (const [name, door] of Object.entries(ACTIONS)) {
  const action = known.find((one) => nameOf(one) === name);

  test(`T01 T03 T05 ${name} refuses whoever may not, and leaves nothing behind`, async () => {
    if (!action) throw new Error("not in the build");
    const before = await databaseDigest();
    const answers: Record<string, string | undefined> = {};
    const wanted: Record<string, string> = {};
    for (const persona of PERSONAS.filter((one) => !door.does?.[one])) {
      const how = { cookie: world.cookies[persona], page: pageOf(action, world, world.own.slug) };
      const answer = await callForm(action, door.fields(world, world.own.slug), how);
      answers[persona] = answer.value?.code ?? `${answer.status} ${answer.redirect}`;
      wanted[persona] = refusalOf(door, persona);
    }
    expect(answers).toEqual(wanted);
    expect(await databaseDigest()).toBe(before);
  });

  if (Object.keys(door.does ?? {}).length > 0) {
    test(`T05 ${name} does what it is for`, async () => {
      if (!action) throw new Error("not in the build");
      for (const [persona, word] of Object.entries(door.does ?? {})) {
        const fresh = await makeWorld();
        const cookie = fresh.cookies[persona as Persona];
        const before = await databaseDigest();
        const page = pageOf(action, fresh, fresh.own.slug);
        const answer = await callForm(action, door.fields(fresh, fresh.own.slug), { cookie, page });
        const changes = !door.isSoAlready && !(OUTSIDE.includes(persona as Persona) && word === "signed-out");
        expect((await databaseDigest()) !== before, `${persona} changes something`).toBe(changes);
        await forgetWorld(fresh);
        if (answer.redirect) continue;
        expect(answer.value, `${persona}: ${answer.status}`).toMatchObject({ ok: true });
        if (word !== "*") expect(answer.value?.answer, persona).toBe(word);
      }
    });
  }

  if (door.group) {
    test(`T01 T18 T23 ${name} knows no hidden group from one that never was`, async () => {
      if (!action) throw new Error("not in the build");
      const before = await databaseDigest();
      for (const persona of PERSONAS.filter((one) => !SEES_HIDDEN.includes(one))) {
        const cookie = world.cookies[persona];
        const ask = (slug: string) =>
          callForm(action, door.fields(world, slug), { cookie, page: pageOf(action, world, slug) });
        const hidden = await ask(world.hidden.slug);
        const absent = await ask(world.absent);
        // What was sent comes back in the form, the ids of what was asked for among it.
        const plain = (body: string, slug: string) =>
          Object.values(world.posts[slug] ?? { post: NO_ID, reply: NO_ID })
            .reduce((text, id) => text.replaceAll(id, "ID"), body)
            .replaceAll(slug, "SLUG")
            .replaceAll(/nonce="?[\w+/=-]+"?/g, "");
        expect(plain(hidden.body, world.hidden.slug), persona).toBe(plain(absent.body, world.absent));
        expect([hidden.status, hidden.redirect], persona).toEqual([absent.status, absent.redirect]);
        expect(hidden.value?.ok, persona).toBe(false);
        expect(hidden.body, persona).not.toContain(world.hidden.id);
        expect(plain(hidden.body, world.hidden.slug).toLowerCase(), persona).not.toContain(`zz${world.word}zz`);
      }
      expect(await databaseDigest()).toBe(before);
    });
  }
}

function refusalOf(door: Door, persona: Persona): string {
  const said = door.refuses?.[persona];
  if (said) return said;
  return OUTSIDE.includes(persona) && !door.portal ? "not-found" : "not-permitted";
}

test("T02 a child of another group is not there, whatever one may in one's own", async () => {
  const cookie = world.cookies.groupAdmin;
  const pick = (name: string) => known.find((one) => one.exportedName === name) as KnownAction;
  const before = await databaseDigest();
  const group = world.own.slug;
  const codeOf = async (name: string, fields: Fields) =>
    (await callForm(pick(name), { group, ...fields }, { cookie, page: pageOf(pick(name), world, group) })).value?.code;
  expect(await codeOf("revokeJoinLinkAction", { link: world.hiddenLink.id })).toBe("not-found");
  const account = world.accounts.siteAdmin;
  const verdict = { account, verdict: "approve", kind: "", reason: "" };
  expect(await codeOf("decideRequestAction", verdict)).toBe("no-request");
  expect(await codeOf("removeMemberAction", { account, reason: "" })).toBe("not-a-member");
  expect(await databaseDigest()).toBe(before);
});

test("T04 an action decides the same on whatever page it is posted to", async () => {
  const action = known.find((one) => one.exportedName === "editGroupAction") as KnownAction;
  const before = await databaseDigest();
  const fields = { group: world.own.slug, name: "Taken over" };
  for (const page of [
    "/groups",
    `/groups/${world.own.slug}`,
    "/sign-in",
    "/nowhere/at/all",
    "/groups/%2e%2e/groups",
    "/GROUPS",
  ]) {
    const guises: Record<string, string>[] = [
      {},
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
      { rsc: "1" },
    ];
    for (const headers of guises) {
      await callForm(action, fields, { cookie: world.cookies.member, page, headers });
    }
  }
  expect(await databaseDigest()).toBe(before);
});
