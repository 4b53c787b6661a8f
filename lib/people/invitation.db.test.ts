import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as groupShape } from "@/lib/groups/schema";
import { createJoinLink, revokeJoinLink } from "@/lib/join-links/commands";
import { createJoinLink as linkShape } from "@/lib/join-links/schema";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { signUp } from "./commands/sign-up";
import { findSignUpPage } from "./invitation";

let at: TestPortal;
let link: { id: string; token: string };
let slug: string;

beforeAll(async () => {
  at = await testPortal();
  const ids = await makeWorld(at.clone, {
    types: { squad: { outsider: ["group.view", "member.join"] } },
    accounts: { root: { owner: true } },
  });
  const site = await siteViewer(at.portal);
  const flags = { internal: false, hidden: true, open: true, public: true, restricted: false, published: true };
  const made = await createGroup(site, groupShape.parse({ type: "squad", name: "Scouts", flags }), ids.root ?? null);
  slug = made.data?.slug ?? "";
  const linked = await createJoinLink(await siteViewer(at.portal), linkShape.parse({ group: slug }), ids.root);
  link = linked.data ?? { id: "", token: "" };
  await at.portal.store.writer.rows(sql`update setting set sign_up = 'invited', version = version + 1`);
});

const attempt = async (joinToken: string | null) => {
  const input = { name: "Ada", email: "ada@example.org", password: "vermilion-otter-quay" };
  return (await signUp(await findViewer(at.portal, null), input, { client: crypto.randomUUID(), joinToken })).answer;
};

describe("signing up by invitation", () => {
  it("takes a join link that is open, and nothing else", async () => {
    const visitor = await findViewer(at.portal, null);
    expect((await findSignUpPage(visitor, link.token)).way).toBe("open");
    expect(await attempt(link.token)).toBe("signed-up");
    for (const other of [null, "", "x", link.token.slice(0, -1), link.token.toUpperCase(), `ghj_${"a".repeat(43)}`]) {
      expect((await findSignUpPage(visitor, other)).way).toBe("not-invited");
      expect(await attempt(other)).toBe("not-invited");
    }
  });

  it("uses nothing of the link", async () => {
    expect(await at.portal.store.reader.rows(sql`select uses from join_link`)).toEqual([{ uses: 0 }]);
  });

  it("is over when the link is paused, expired or revoked", async () => {
    const { writer } = at.portal.store;
    await writer.rows(sql`update join_link set paused_at = portal_now()`);
    expect(await attempt(link.token)).toBe("not-invited");
    await writer.rows(sql`update join_link set paused_at = null, expires_at = portal_now()`);
    expect(await attempt(link.token)).toBe("not-invited");
    await writer.rows(sql`update join_link set expires_at = null`);
    expect(await attempt(link.token)).toBe("signed-up");
    await revokeJoinLink(await siteViewer(at.portal), { group: slug, link: link.id });
    expect(await attempt(link.token)).toBe("not-invited");
  });
});
