/** Every action and every form route of the build, tried by an owner who looks at the portal as somebody else. */
import { expect, test } from "@playwright/test";
import { findViewer } from "@/lib/session/viewer";
import { beginViewing } from "@/lib/view-as/commands";
import { beginViewing as shape } from "@/lib/view-as/schema";
import { callForm, everyAction } from "../support/action";
import { databaseDigest } from "../support/digest";
import { makeWorld, type World } from "../support/personas";
import { address, asOwner, type Cookie, closePortalHere, portalHere, sessionCookie } from "../support/stand";
import { ACTIONS, nameOf, pageOf } from "./actions";
import { ROUTES } from "./routes";

const SIGNS_OUT = "lib/people/actions.ts#signOutAction";
/** What is answered by what it reads, before it comes to writing. */
const EARLIER: Readonly<Record<string, string>> = {
  "lib/group-types/actions.ts#saveTableAction": "not-permitted",
  "lib/permissions/actions.ts#saveGlobalTableAction": "not-permitted",
  "lib/groups/actions.ts#changeGroupsAction": "not-permitted",
  "lib/settings/actions.ts#changeSettingsAction": "not-permitted",
  "lib/people/actions.ts#setUpAction": "not-found",
  "lib/members/actions.ts#addAgainAction": "not-found",
  "lib/permission-file/actions.ts#uploadPermissionFileAction": "not-permitted",
  "lib/scenario/actions.ts#tryScenariosAction": "not-permitted",
};

let world: World;
test.beforeAll(async () => {
  world = await makeWorld();
});
test.afterAll(closePortalHere);

/** An owner's browser that looks as somebody else. */
async function looking(input: object): Promise<Cookie> {
  const cookie = await sessionCookie(world.accounts.owner);
  const session = await asOwner(async (client) => {
    const { rows } = await client.query(
      "select id from session where account_id = $1 order by created_at desc limit 1",
      [world.accounts.owner],
    );
    return rows[0]?.id as string;
  });
  const { answer } = await beginViewing(await findViewer(await portalHere(), { session }), shape.parse(input));
  expect(answer).toBe("begun");
  return cookie;
}

const WAYS: Readonly<Record<string, { input: () => object; earlier?: Readonly<Record<string, string>> }>> = {
  "a visitor": {
    input: () => ({ as: "visitor" }),
    earlier: { "lib/people/actions.ts#askForProofAction": "sign-in" },
  },
  "somebody who administers the group": {
    input: () => ({
      as: "account",
      roles: [world.role],
      group: world.own.slug,
      standing: "both",
      groupRoles: ["admin"],
    }),
  },
};

for (const [who, { input, earlier }] of Object.entries(WAYS)) {
  test(`T50 no action changes anything for an owner who looks as ${who}`, async () => {
    const cookie = await looking(input());
    const before = await databaseDigest();
    const answers: Record<string, string | undefined> = {};
    const wanted: Record<string, string> = {};
    for (const action of everyAction().filter((one) => nameOf(one) !== SIGNS_OUT)) {
      const name = nameOf(action);
      const fields = ACTIONS[name]?.fields(world, world.own.slug) ?? {};
      const answer = await callForm(action, fields, { cookie, page: pageOf(action, world, world.own.slug) });
      answers[name] = answer.value?.code ?? `${answer.status} ${answer.redirect}`;
      wanted[name] = { ...EARLIER, ...earlier }[name] ?? "read-only";
    }
    expect(answers).toEqual(wanted);
    expect(await databaseDigest()).toBe(before);
  });

  test(`T50 no form route changes anything for an owner who looks as ${who}, but the one that ends it`, async () => {
    const cookie = await looking(input());
    const post = (path: string) =>
      fetch(address() + path, {
        method: "POST",
        redirect: "manual",
        headers: { origin: address(), cookie: `${cookie.name}=${cookie.value}` },
        body: new URLSearchParams(),
      });
    const before = await databaseDigest();
    for (const [route, door] of Object.entries(ROUTES)) {
      if (route === "/view-as/end" || !(door.post || route === "/demo/step-in")) continue;
      await post(door.path?.(world, world.own.slug) ?? route);
    }
    expect(await databaseDigest()).toBe(before);
    const ended = await post("/view-as/end");
    expect([ended.status, ended.headers.get("location")]).toEqual([303, "/admin/view-as"]);
    expect(await databaseDigest()).not.toBe(before);
  });
}
