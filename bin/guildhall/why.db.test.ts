/** `why` at a terminal: the same lines as on the page, and names that are close enough. */
import { beforeAll, expect, test } from "vitest";
import { testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { printed } from "@/lib/explain/printed";
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as createGroupShape } from "@/lib/groups/schema";
import type { Portal } from "@/lib/portal";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { WHY } from "./why";

let portal: Portal;
let slug: string;
let ids: Record<string, string>;

beforeAll(async () => {
  const kit = await testPortal();
  portal = kit.portal;
  ids = await makeWorld(kit.clone, {
    globalRoles: { blue: [] },
    types: { squad: { outsider: ["group.view"], "outsider:blue": ["post.create"], member: [] } },
    accounts: { Alice: { roles: ["blue"] }, Alfons: {}, Bob: { owner: true }, "Bob II": {} },
  });
  slug = await made("Scouts");
  await made("Sailors of the North");
  await made("Sailors of the South");
});

async function made(name: string): Promise<string> {
  const site = await siteViewer(portal);
  const flags = { internal: false, hidden: true, open: false, public: false, restricted: false, published: true };
  const { data } = await createGroup(site, createGroupShape.parse({ type: "squad", name, flags }));
  return data?.slug ?? "";
}

async function why(...args: string[]) {
  const lines: string[] = [];
  const code = await WHY.run({ portal, args, say: (line) => lines.push(line) }).catch((error: Error) => error.message);
  return { code, lines };
}

test("prints what the page tells the owner, from the same words", async () => {
  const { code, lines } = await why("alice", "post.create", "scouts");
  expect(code).toBe(0);
  const owner = await findViewer(portal, { account: ids.Bob ?? "" });
  const who = { kind: "person", account: ids.Alice ?? "" } as const;
  const onPage = await findExplanation(owner, { group: { slug }, who, permission: "post.create" });
  expect(onPage && printed(onPage)).toEqual(lines);
  expect(lines.slice(0, 2)).toEqual([
    "No.",
    "Alice may not write posts in Scouts: the group is hidden, and they are not in it, do not lead it and have not asked.",
  ]);
});

test("knows people by name, id and kind, and groups by address, id and beginning", async () => {
  for (const who of ["Alice", ids.Alice ?? "", "visitor", "outsider", "roles:blue", "roles:blue,authenticated", "alf"])
    expect((await why(who, "group.view", slug)).code, who).toBe(0);
  const scouts = (await why("outsider", "group.view", slug)).lines;
  expect((await why("outsider", "group.view", "Sco")).lines).toEqual(scouts);
  expect((await why("outsider", "group.view", slug.slice(0, -1))).lines).toEqual(scouts);
  expect((await why("bob", "group.view", "scouts")).lines[1]).toContain("they are a site owner");
});

test("says what there is where a name is none, or fits several", async () => {
  expect((await why("al", "post.create", "scouts")).code).toMatch(/“al” may be any of these.*Alfons.*Alice/s);
  expect((await why("carol", "post.create", "scouts")).code).toBe("There is no account “carol”.");
  expect((await why("alice", "post.create", "sailors")).code).toMatch(/Sailors of the North.*Sailors of the South/s);
  expect((await why("alice", "post.create", "pirates")).code).toBe("There is no group “pirates”.");
  expect((await why("alice", "post.craete", "scouts")).code).toBe(
    "There is no permission “post.craete” – “post.create”?",
  );
  expect((await why("roles:bleu", "post.create", "scouts")).code).toBe("There is no role “bleu” – “blue”?");
  expect((await why("roles:anonymous", "post.create", "scouts")).code).toContain("There is no role “anonymous”");
});

test("says how it is used to whoever asks wrongly", async () => {
  for (const args of [[], ["alice"], ["alice", "post.create"], ["a", "b", "c", "d"]]) {
    const { code, lines } = await why(...args);
    expect(code).toBe(2);
    expect(lines.join("\n")).toContain("why WHO PERMISSION GROUP");
  }
});
