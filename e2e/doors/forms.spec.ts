/** Every action and every form route of the build, sent as no page of this portal would send it. */
import { expect, test } from "@playwright/test";
import { callForm, everyAction, type Fields, formBody, type KnownAction } from "../support/action";
import { databaseDigest } from "../support/digest";
import { makeWorld, type World } from "../support/personas";
import { address, closePortalHere } from "../support/stand";
import { ACTIONS, nameOf, pageOf } from "./actions";
import { ROUTES } from "./routes";

const known = everyAction();
const fieldsOf = (action: KnownAction): Fields => ACTIONS[nameOf(action)]?.fields(world, world.own.slug) ?? {};
const FOREIGN = "http://evil.example";

/** fields that are lists and have but one entry in the table of doors */
const LISTS = new Set(["cell", "column", "was", "roles", "content"]);

/** Where such a request says that it comes from; the first is the twin that goes through. */
const ORIGINS: Readonly<Record<string, () => Record<string, string>>> = {
  own: () => ({ origin: address() }),
  missing: () => ({}),
  null: () => ({ origin: "null" }),
  foreign: () => ({ origin: FOREIGN }),
  "foreign, with a forwarded host to match": () => ({ origin: FOREIGN, "x-forwarded-host": "evil.example" }),
  "foreign, said to be of the same origin": () => ({ origin: FOREIGN, "sec-fetch-site": "same-origin" }),
  "of another port": () => ({ origin: "http://localhost:1" }),
};

let world: World;
test.beforeAll(async () => {
  world = await makeWorld();
});
test.afterAll(closePortalHere);

const ownerCookie = () => `${world.cookies.owner?.name}=${world.cookies.owner?.value}`;

/** The most powerful of all is misled into sending something to an address of this portal. */
async function mislead(path: string, headers: Record<string, string>, body: BodyInit): Promise<number> {
  const sent = { ...headers, cookie: ownerCookie() };
  const response = await fetch(address() + path, { method: "POST", redirect: "manual", headers: sent, body });
  await response.arrayBuffer();
  return response.status;
}

for (const [from, headers] of Object.entries(ORIGINS).slice(1)) {
  test(`T48 an origin that is ${from} opens no action and no form route, in whatever dress`, async () => {
    const before = await databaseDigest();
    const statuses = new Set<number>();
    for (const action of known) {
      const page = pageOf(action, world, world.own.slug);
      const call = { ...headers(), accept: "text/x-component", "next-action": action.id };
      statuses.add(await mislead(page, call, formBody(fieldsOf(action))));
      const plain = { ...headers(), "content-type": "text/plain" };
      statuses.add(await mislead(page, plain, JSON.stringify([fieldsOf(action)])));
      const encoded = new URLSearchParams({ [`$ACTION_ID_${action.id}`]: "" });
      statuses.add(await mislead(page, headers(), encoded));
    }
    for (const [route, door] of Object.entries(ROUTES).filter(([, { post }]) => post)) {
      statuses.add(
        await mislead(door.path?.(world, world.own.slug) ?? route, headers(), new URLSearchParams({ note: "" })),
      );
    }
    expect([...statuses]).toEqual([403]);
    expect(await databaseDigest()).toBe(before);
  });
}

test("T48 the same goes through from this portal's own pages", async () => {
  const action = known.find((one) => one.exportedName === "editGroupAction") as KnownAction;
  const fresh = await makeWorld();
  const before = await databaseDigest();
  const fields = ACTIONS[nameOf(action)]?.fields(fresh, fresh.own.slug) ?? {};
  const call = { ...ORIGINS.own?.(), accept: "text/x-component", "next-action": action.id };
  expect(await mislead(pageOf(action, fresh, fresh.own.slug), call, formBody(fields))).toBe(200);
  expect(await databaseDigest()).not.toBe(before);
});

test("T06 no action takes a field that its form does not have, from the most powerful neither", async () => {
  const before = await databaseDigest();
  for (const action of known) {
    for (const extra of ["groupId", "isAdmin", "status", "creator_id", "owner", "constructor", "__proto__"]) {
      const fields = Object.fromEntries([...Object.entries(fieldsOf(action)), [extra, "true"]]);
      const answer = await callForm(action, fields, {
        cookie: world.cookies.owner,
        page: pageOf(action, world, world.own.slug),
      });
      expect(answer.value, `${nameOf(action)} with ${extra}`).toMatchObject({ ok: false, code: "invalid" });
    }
  }
  expect(await databaseDigest()).toBe(before);
});

test("T08 no action takes one of its fields twice, unless it is a list", async () => {
  const before = await databaseDigest();
  let asked = 0;
  for (const action of known) {
    const fields = fieldsOf(action);
    for (const [name, value] of Object.entries(fields).filter(([, one]) => typeof one === "string" && one !== "")) {
      if (LISTS.has(name)) continue;
      const twice = { ...fields, [name]: [value as string, value as string] };
      const how = { cookie: world.cookies.owner, page: pageOf(action, world, world.own.slug) };
      expect((await callForm(action, twice, how)).value?.ok, `${nameOf(action)} ${name}`).toBe(false);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(60);
  expect(await databaseDigest()).toBe(before);
});

test("T21 a name that a hidden group has is as free as any other", async () => {
  const action = known.find((one) => one.exportedName === "createGroupAction") as KnownAction;
  const [hidden, free] = [`zz${world.word}zz`, `yy${world.word}yy`];
  const answers = [];
  for (const word of [hidden, free]) {
    const name = `Hidden ${word}`;
    // Every account may make groups of this type of the demo.
    const fields = { ...fieldsOf(action), type: "guild", name };
    const answer = await callForm(action, fields, { cookie: world.cookies.outsider, page: "/groups/new" });
    const shape = (text: string | null) => text?.replace(`-${word}-`, "-WORD-").replace(/-[a-z0-9]{6}\?/, "-SIXOFA?");
    expect(answer.redirect).toMatch(/^\/groups\/hidden-[a-z]+-[a-z0-9]{6}\?welcome=created$/);
    answers.push({ status: answer.status, value: answer.value, redirect: shape(answer.redirect) });
  }
  expect(answers[0]).toEqual(answers[1]);
});
