import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { grantCell, revokeCell } from "@/lib/group-types/commands/change-grants";
import { findSituation } from "@/lib/groups/facts";
import { createJoinLink } from "@/lib/join-links/commands";
import { findJoinPage } from "@/lib/join-links/queries";
import { createJoinLink as createLinkShape } from "@/lib/join-links/schema";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import type { GroupPermission } from "@/lib/policy/catalogue";
import { decide, decideGlobal, sees } from "@/lib/policy/decide";
import { decideRequest } from "@/lib/requests/commands";
import { listInbox } from "@/lib/requests/queries";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { DEMO_PEOPLE } from "./people";
import { listDemoPeople, stepIn } from "./step-in";
import { type DemoPortal, loadedPortal } from "./testing/demo-portal";

let at: DemoPortal;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  at = await loadedPortal();
  const offered = await listDemoPeople(await findViewer(at.portal, null));
  ids = new Map(offered.map(({ name, id }) => [name, id]));
}, 120_000);

function id(name: string): string {
  const found = ids.get(name);
  if (!found) throw new Error(`${name} is not offered`);
  return found;
}

const as = (name: string): Promise<Viewer> => findViewer(at.portal, { account: id(name) });

async function slug(name: string): Promise<string> {
  const [row] = await at.portal.store.reader.rows<{ slug: string }>(sql`select slug from groups where name = ${name}`);
  return row?.slug ?? "";
}

/** How somebody stands to a group, and what they may do there. */
async function there(who: string, group: string) {
  const viewer = await as(who);
  const found = await findSituation(at.portal.store.reader, viewer, { slug: await slug(group) });
  if (!found) throw new Error(`no group ${group}`);
  const may = (permission: GroupPermission) => decide(viewer, found.situation, permission);
  return { sees: sees(viewer, found.situation), standing: found.situation.standing, may };
}

describe("the people to step into", () => {
  it("are all there, in their order, and none of them is inactive", async () => {
    expect([...ids.keys()]).toEqual(DEMO_PEOPLE.map(({ name }) => name));
    for (const name of ids.keys()) expect((await as(name)).account?.active, name).toBe(true);
    const stepped = await stepIn(await findViewer(at.portal, null), { account: id("Alice") });
    expect(stepped.answer).toBe("stepped-in");
  });

  it("Alice is in no group, may ask, and finds neither Scouts nor a council", async () => {
    const alice = await as("Alice");
    expect(decideGlobal(alice, "group.request").allowed).toBe(true);
    expect((await there("Alice", "Scouts")).sees).toBe(false);
    expect((await there("Alice", "Harbour Council")).sees).toBe(false);
    expect((await there("Alice", "Shipwrights' Guild")).sees).toBe(true);
    const [row] = await at.portal.store.reader.rows<{ n: number }>(
      sql`select count(*)::int as n from membership where account_id = ${id("Alice")}::uuid`,
    );
    expect(row?.n).toBe(0);
  });

  it("Zoë may not ask for a group that is not public", async () => {
    const zoe = await as("Zoë Björkqvist");
    expect((await joinGroup(zoe, { group: await slug("Storm Riders"), note: "" })).answer).toBe(
      "needs-request-permission",
    );
    expect((await there("Zoë Björkqvist", "Lantern Parade")).standing.pending).toBe("join");
    expect((await there("Zoë Björkqvist", "Beekeepers 🐝")).standing.member).toBe(true);
  });

  it("Layla sees what is for allies alone, and Alice does not", async () => {
    expect((await there("ليلى حدّاد", "Old Salts' Reunion")).sees).toBe(true);
    expect((await there("Alice", "Old Salts' Reunion")).sees).toBe(false);
  });

  it("José is in groups, one of them managed for him, and has requests under way", async () => {
    expect((await there("José Ñúñez", "Signal Tower")).standing.member).toBe(true);
    expect((await there("José Ñúñez", "Shipwrights' Guild")).standing).toMatchObject({
      member: true,
      pending: "leave",
    });
    expect((await there("José Ñúñez", "Glassblowers")).standing).toMatchObject({ member: false, pending: "join" });
    expect((await there("José Ñúñez", "Ropemakers")).may("group.administer").allowed).toBe(true);
  });

  it("Mira leads without being in, and requests wait for her", async () => {
    expect((await there("Mira Anand", "Scouts")).standing).toMatchObject({ member: false, leads: true });
    const inbox = await listInbox(await as("Mira Anand"));
    expect(new Set(inbox.lines.map(({ group }) => group.name))).toEqual(new Set(["Scouts", "Salvage Crew Kestrel"]));
  });

  it("Darya adds people to a council that outsiders do not know of", async () => {
    expect((await there("Дарья Ковальчук", "Harbour Council")).may("member.add").allowed).toBe(true);
    const input = { group: await slug("Harbour Council"), account: id("Tomasz Łącki"), roles: [], until: null };
    expect((await addMember(await as("Дарья Ковальчук"), input)).answer).toBe("added");
  });

  it("Sofia administers halls from outside, and no crew", async () => {
    const hall = await there("Σοφία Παππά", "Hall of Tides");
    expect(hall.standing.member).toBe(false);
    expect(hall.may("member.add")).toMatchObject({ allowed: true, rule: "admin", roles: ["outsider:site-admin"] });
    expect((await there("Σοφία Παππά", "Storm Riders")).may("member.add").allowed).toBe(false);
  });

  it("Tomasz manages what is not internal, and nothing in what is", async () => {
    expect((await there("Tomasz Łącki", "Scouts")).may("request.decide")).toMatchObject({
      allowed: true,
      rule: "manage",
    });
    expect((await there("Tomasz Łącki", "Treasury")).sees).toBe(false);
  });

  it("Ngozi administers the portal, and Orla owns it", async () => {
    const ngozi = await as("Ngozi Adébáyò-Okonkwo");
    for (const key of ["type.administer", "people.administer", "permission.administer", "audit.view"] as const) {
      expect(decideGlobal(ngozi, key).allowed, key).toBe(true);
    }
    expect(ngozi.account?.owner).toBe(false);
    expect((await as("Orla Lindqvist")).account?.owner).toBe(true);
    expect((await there("Orla Lindqvist", "Treasury")).may("member.add")).toMatchObject({
      allowed: true,
      rule: "owner",
    });
  });
});

describe("the first ten minutes", () => {
  const told = (label: string) => {
    const path = at.told.links.find((link) => link.label.startsWith(label))?.path ?? "";
    return path.slice("/join/".length);
  };

  it("lead by a hidden link through the leader's inbox to what the table of the type says", async () => {
    const token = told("Scouts");
    expect(await findJoinPage(await findViewer(at.portal, null), token)).toMatchObject({
      state: "open",
      answer: "sign-in",
    });
    expect(await findJoinPage(await as("Alice"), token)).toMatchObject({ answer: "requested" });
    expect((await there("Alice", "Scouts")).may("post.create").allowed).toBe(false);
    expect((await joinGroup(await as("Alice"), { token, note: "Hello" })).answer).toBe("requested");
    const group = await slug("Scouts");
    const verdict = { group, account: id("Alice"), verdict: "approve" as const, kind: "join" as const, reason: "" };
    expect((await decideRequest(await as("Mira Anand"), verdict)).answer).toBe("approved");
    expect((await there("Alice", "Scouts")).may("post.create")).toMatchObject({
      ...{ allowed: true, rule: "granted", audience: "member", roles: ["member"] },
    });
    expect((await there("Alice", "Scouts")).may("request.decide").allowed).toBe(false);
  });

  it("let the portal administrator change that table, and take it back", async () => {
    const cell = { type: "crew", role: "member", permission: "request.decide", reason: "" };
    expect((await grantCell(await as("Ngozi Adébáyò-Okonkwo"), cell)).answer).toBe("changed");
    expect((await there("Alice", "Scouts")).may("request.decide").allowed).toBe(true);
    expect((await revokeCell(await as("Ngozi Adébáyò-Okonkwo"), cell)).answer).toBe("changed");
    expect((await there("Alice", "Scouts")).may("request.decide").allowed).toBe(false);
  });

  it("show every other link that is told as what it is called", async () => {
    const page = async (label: string) => findJoinPage(await as("Alice"), told(label));
    expect(await page("Night Ferry")).toMatchObject({ state: "open", answer: "joined" });
    expect(await page("An expired link")).toMatchObject({ state: "expired" });
    const quiet = await findJoinPage(await findViewer(at.portal, null), told("A crew that shows nothing"));
    expect(quiet).toMatchObject({ state: "open", group: null });
  });

  it("say what the group's settings mean, unless the link goes by others or a visitor would read of roles", async () => {
    const link = async (group: string, asksApproval = false) => {
      const draft = createLinkShape.parse({ group: await slug(group), asksApproval });
      return (await createJoinLink(await siteViewer(at.portal), draft, id("Orla Lindqvist"))).data?.token ?? "";
    };
    const said = async (token: string, who: string | null) =>
      (await findJoinPage(who ? await as(who) : await findViewer(at.portal, null), token))?.group?.sentence;
    expect(await said(told("Scouts"), null)).toContain("can ask to join, and whoever runs the group decides");
    expect(await said(await link("Storm Riders"), null)).toContain("joins at once");
    expect(await said(await link("Storm Riders", true), "Alice")).toBeNull();
    const divers = await link("Deep Divers");
    expect(await said(divers, null)).toBeNull();
    expect(await said(divers, "Alice")).toContain("Navigator");
  });
});
