import { beforeAll, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { createJoinLink } from "./commands";
import { findLink, listLinks } from "./queries";
import { createJoinLink as linkShape } from "./schema";

let at: TestPortal;
let ids: Record<string, string>;
let slug: string;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, {
    globalRoles: {},
    types: { squad: { member: ["group.view"] } },
    accounts: { bob: {}, root: { owner: true } },
  });
  const input = groupShape.parse({ type: "squad", name: "Squad", flags: { internal: false } });
  slug = (await createGroup(await siteViewer(at.portal), input, ids.root)).data?.slug ?? "";
});

const root = () => findViewer(at.portal, { account: ids.root ?? "" });
const past = () => ({ ...linkShape.parse({ group: slug, label: "Fair" }), expiresInHours: -2 });

it("lets the portal make a link for somebody, whose time is over already", async () => {
  const made = await createJoinLink(await siteViewer(at.portal), past(), ids.root);
  expect(await findLink(await root(), slug, made.data?.id ?? "")).toMatchObject({ state: "expired", maker: "root" });
});

it("hears neither from a person: not a time that is over, nor another maker", async () => {
  const before = (await listLinks(await root(), slug))?.lines.length;
  await expect(createJoinLink(await root(), past())).rejects.toThrow();
  expect((await listLinks(await root(), slug))?.lines).toHaveLength(before ?? 0);
  const made = await createJoinLink(await root(), linkShape.parse({ group: slug }), ids.bob);
  expect(await findLink(await root(), slug, made.data?.id ?? "")).toMatchObject({ state: "open", maker: "root" });
});
