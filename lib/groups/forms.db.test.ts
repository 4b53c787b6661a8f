import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { meanwhile } from "@/db/testing/meanwhile";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import type { Plan } from "@/lib/consequences/plan";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { findMember } from "@/lib/members/queries/list-members";
import { listPeopleNamed } from "@/lib/members/queries/list-people-named";
import { previewLeaving, previewRemoving } from "@/lib/members/queries/preview-ending";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { configureByForm } from "./commands/configure-by-form";
import { configureGroup } from "./commands/configure-group";
import { createByForm } from "./commands/create-by-form";
import { createGroup } from "./commands/create-group";
import { deleteByForm } from "./commands/delete-by-form";
import { findCreating } from "./queries/find-creating";
import { findGroupSettings } from "./queries/find-group-settings";
import { findTouched } from "./queries/find-touched";
import { goingText, previewDeleting } from "./queries/preview-deleting";
import { type ConfigureForm, type CreateForm, createGroup as createShape, type Flags } from "./schema";

const FLAGS: Flags = { internal: false, hidden: false, open: false, public: false, restricted: false, published: true };

let at: TestPortal;
let ids: Record<string, string>;

beforeAll(async () => {
  at = await testPortal();
  ids = await makeWorld(at.clone, {
    globalRoles: {
      asker: ["group.request"],
      smith: [],
      maker: ["group.create:squad"],
      caretaker: ["people.administer"],
    },
    types: {
      squad: {
        outsider: ["group.view", "member.request"],
        member: ["group.view", "member.leave"],
        admin: ["group.administer"],
        clerk: ["member.list", "member.add", "group.edit"],
      },
    },
    accounts: {
      root: { owner: true },
      ada: { roles: ["asker", "caretaker", "smith"] },
      ben: { roles: ["asker"] },
      cleo: { roles: ["asker", "smith"] },
      dan: { roles: ["maker"] },
      zed: { active: false },
    },
  });
});

const as = (name: string): Promise<Viewer> => findViewer(at.portal, { account: id(name) });
function id(name: string): string {
  const found = ids[name];
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

async function group(
  name: string,
  flags: Partial<Flags> = {},
  lists: { eligibleRoles?: string[]; confers?: string[] } = {},
) {
  const input = createShape.parse({ type: "squad", name, flags: { ...FLAGS, ...flags }, ...lists });
  const { data } = await createGroup(await siteViewer(at.portal), input, id("root"));
  if (!data) throw new Error("not created");
  return data;
}

async function enrol(slug: string, name: string, roles: string[] = []): Promise<void> {
  const done = await addMember(await siteViewer(at.portal), { group: slug, account: id(name), roles, until: null });
  expect(done.answer).toBe("added");
}

/** The settings form as it comes back with some answers changed. */
async function filled(viewer: Viewer, slug: string, changed: Partial<ConfigureForm> = {}): Promise<ConfigureForm> {
  const settings = await findGroupSettings(viewer, slug);
  if (!settings) throw new Error("no settings to fill in");
  const { open, public: isPublic, published, restricted } = settings.flags;
  return {
    ...{
      group: slug,
      was: settings.was,
      seen: "",
      reason: "",
      has: ["confers"],
      who: "everybody",
      eligibleRoles: [],
      confers: [],
    },
    ...{ finds: "everybody", enters: open ? "once" : "approval", public: isPublic, published, restricted },
    ...{ quietJoinPage: settings.quietJoinPage, ...changed },
  };
}

/** What a form of settings asks about, where it asks. */
const asks = ({ data }: Awaited<ReturnType<typeof configureByForm>>) => (data && "echo" in data ? data : null);

describe("a form of settings", () => {
  it("asks before it removes anybody, and goes through once it comes back knowing that", async () => {
    const { slug } = await group("Asked");
    await enrol(slug, "ben");
    const root = await as("root");
    const form = await filled(root, slug, { who: "roles", eligibleRoles: ["smith"] });
    const asked = await configureByForm(root, form);
    expect(asked).toMatchObject({
      answer: "confirm",
      data: {
        counts: { removed: 1, elsewhere: null },
        touched: { removed: [expect.stringMatching(/ben/i)], links: 0 },
      },
    });
    expect((await findGroupSettings(root, slug))?.eligibleRoles).toEqual([]);
    const seen = asks(asked)?.echo.find(({ name }) => name === "seen")?.value ?? "";
    expect(await configureByForm(root, { ...form, seen })).toMatchObject({ answer: "changed", done: true });
    expect((await findGroupSettings(root, slug))?.eligibleRoles).toEqual(["smith"]);
  });

  it("asks once more where somebody came in between the look and the save, and is stale where its settings moved", async () => {
    const { slug } = await group("Entered");
    await enrol(slug, "ben");
    const root = await as("root");
    const form = await filled(root, slug, { who: "roles", eligibleRoles: ["maker"] });
    const sent = (asked: Awaited<ReturnType<typeof configureByForm>>) =>
      asks(asked)?.echo.find(({ name }) => name === "seen")?.value ?? "";
    const seen = sent(await configureByForm(root, form));
    const again = await configureByForm(
      meanwhile(root, () => enrol(slug, "cleo")),
      { ...form, seen },
    );
    expect(again).toMatchObject({ answer: "confirm", data: { counts: { removed: 2 } } });
    expect((await findGroupSettings(root, slug))?.eligibleRoles).toEqual([]);

    const hidden = meanwhile(root, async () => configureGroup(root, { group: slug, flags: { hidden: true } }));
    expect(await configureByForm(hidden, { ...form, seen: sent(again) })).toMatchObject({ answer: "stale" });
    expect((await findGroupSettings(root, slug))?.flags.hidden).toBe(true);
  });

  it("asks again where others would be touched by now than were named", async () => {
    const { slug } = await group("Asked again");
    await enrol(slug, "ben");
    const root = await as("root");
    const form = await filled(root, slug, { who: "roles", eligibleRoles: ["smith"] });
    const seen = asks(await configureByForm(root, form))?.echo.find(({ name }) => name === "seen")?.value ?? "";
    await enrol(slug, "dan");
    expect(await configureByForm(root, { ...form, seen })).toMatchObject({
      answer: "confirm",
      data: { counts: { removed: 2 } },
    });
  });

  it("counts whom it would let in, and asks nothing where nobody is touched", async () => {
    const { slug } = await group("Opened");
    const root = await as("root");
    expect((await configureByForm(root, await filled(root, slug, { enters: "once" }))).answer).toBe("changed");
    await configureByForm(root, await filled(root, slug, { enters: "approval" }));
    expect((await joinGroup(await as("ben"), { group: slug, note: "" })).answer).toBe("requested");
    // Joining at once takes member.join, which this type gives to nobody: the request is no one's to carry out.
    expect((await configureByForm(root, await filled(root, slug, { enters: "once" }))).answer).toBe("changed");
    expect(await configureByForm(root, await filled(root, slug, { finds: "nobody" }))).toMatchObject({
      answer: "confirm",
      data: { counts: { closed: 1, removed: 0 } },
    });
  });

  it("asks before links are refused, and names nobody to those who may not list members", async () => {
    const { slug, id: groupId } = await group("Linked", {}, {});
    const root = await as("root");
    await at.portal.store.writer.rows(sql`insert into join_link (group_id, token_hash, prefix, maker_id)
      values (${groupId}::uuid, ${"a".repeat(64)}, 'abcdef', ${root.account?.id}::uuid)`);
    const internal = await configureByForm(root, await filled(root, slug, { finds: "nobody" }));
    expect(internal).toMatchObject({ answer: "confirm", data: { counts: null, touched: { links: 1 } } });
    await enrol(slug, "ben");
    const plan = { pruned: [{ accountId: id("ben"), groupId }] } as unknown as Plan;
    expect(await findTouched(root, groupId, plan, false)).toMatchObject({ removed: [expect.stringMatching(/ben/i)] });
    expect(await findTouched(await as("dan"), groupId, plan, false)).toMatchObject({ removed: [] });
  });

  it("is refused where somebody else changed the settings meanwhile", async () => {
    const { slug } = await group("Stale");
    const root = await as("root");
    const form = await filled(root, slug, { enters: "once" });
    await configureByForm(root, await filled(root, slug, { published: false }));
    expect(await configureByForm(root, form)).toMatchObject({ answer: "stale", done: false });
    expect((await findGroupSettings(root, slug))?.flags.open).toBe(false);
  });

  it("comes back filled in when its answers are to be changed", async () => {
    const { slug } = await group("Back");
    const root = await as("root");
    const form = await filled(root, slug, { enters: "once", seen: "back" });
    expect(await configureByForm(root, form)).toMatchObject({ answer: "back", done: false });
    expect((await findGroupSettings(root, slug))?.flags.open).toBe(false);
  });

  it("warns of a public group that would hand out the right to request", async () => {
    const { slug } = await group("Giving");
    const root = await as("root");
    const form = await filled(root, slug, { public: true, confers: ["asker"] });
    const asked = await configureByForm(root, form);
    expect(asked).toMatchObject({ answer: "confirm", data: { counts: null, confersRequest: true } });
    expect((await configureByForm(root, { ...form, seen: "confers" })).answer).toBe("changed");
    expect((await configureByForm(root, await filled(root, slug, { confers: ["asker"] }))).answer).toBe("changed");
  });

  it("answers whoever may not configure as the command does, before it previews anything", async () => {
    const { slug } = await group("Closed", { hidden: true });
    const form = await filled(await as("root"), slug, { enters: "once" });
    expect((await configureByForm(await as("ben"), form)).answer).toBe("not-found");
    await enrol(slug, "ben");
    expect((await configureByForm(await as("ben"), form)).answer).toBe("not-permitted");
  });

  it("counts other groups only as far as one sees them", async () => {
    const giving = await group("Giver", { hidden: true }, { confers: ["smith"] });
    const seen = await group("Seen smiths", {}, { eligibleRoles: ["smith"] });
    const unseen = await group("Unseen smiths", { hidden: true }, { eligibleRoles: ["smith"] });
    await enrol(giving.slug, "ada", ["admin"]);
    await enrol(giving.slug, "ben");
    for (const { slug } of [seen, unseen]) await enrol(slug, "ben");
    const ada = await as("ada");
    const asked = await configureByForm(ada, await filled(ada, giving.slug, { finds: "link", confers: [] }));
    expect(asks(asked)?.counts).toMatchObject({
      rolesLost: [{ label: "smith", people: 1 }],
      elsewhere: { people: 1, groups: 1, unseen: true },
    });
    const own = await previewLeaving(await as("ben"), giving.slug);
    expect(own).toMatchObject({ removed: 0, elsewhere: { people: 1, groups: 2, unseen: false } });
    expect(await previewRemoving(ada, giving.slug, [id("ben")])).toMatchObject({
      elsewhere: { groups: 1, unseen: true },
    });
    expect(await previewRemoving(await as("ben"), giving.slug, [id("ada")])).toBeNull();
    expect(await previewLeaving(await as("cleo"), giving.slug)).toBeNull();
  });
});

describe("a form of a new group", () => {
  const form = (changed: Partial<CreateForm> = {}): CreateForm => ({
    ...{ type: "squad", name: "Made", description: "", picture: "hall", colour: "moss", finds: "link" },
    ...{ enters: "approval", public: false, published: true, restricted: false, quietJoinPage: false, seen: "" },
    ...{ who: "everybody", eligibleRoles: [], confers: [], has: [] },
    ...changed,
  });

  it("is for those who may create groups of some type", async () => {
    expect(await findCreating(await as("ben"))).toBeNull();
    const creating = await findCreating(await as("dan"));
    expect(creating?.types.map(({ name }) => name)).toEqual(["squad"]);
    expect(creating?.roles.some(({ mayConfer }) => mayConfer)).toBe(false);
    expect((await createByForm(await as("ben"), form())).answer).toBe("not-permitted");
    expect((await createByForm(await as("dan"), form())).answer).toBe("created");
  });

  it("warns before a public group hands out the right to request", async () => {
    const root = await as("root");
    const giving = form({ public: true, confers: ["asker"], has: ["confers"] });
    expect(await createByForm(root, giving)).toMatchObject({ answer: "confirm", data: { asking: { counts: null } } });
    expect((await createByForm(root, { ...giving, seen: "confers" })).answer).toBe("created");
  });
});

describe("a form that deletes a group", () => {
  const page = async (slug: string) => {
    const shown = await previewDeleting(await as("root"), slug);
    return { group: slug, reason: "", seen: shown ? goingText(shown) : "not there" };
  };
  const gone = async (slug: string) => (await findGroupSettings(await as("root"), slug)) === null;

  it("is refused where something else would go than was shown, until that was looked at", async () => {
    const { slug } = await group("Shown");
    const form = await page(slug);
    await enrol(slug, "ben");
    expect(await deleteByForm(await as("root"), form)).toMatchObject({ answer: "stale", done: false });
    expect((await deleteByForm(await as("ben"), form)).answer).toBe("not-permitted");
    expect(await gone(slug)).toBe(false);
    expect(await deleteByForm(await as("root"), await page(slug))).toMatchObject({ answer: "deleted", done: true });
    expect(await gone(slug)).toBe(true);
    expect((await deleteByForm(await as("root"), form)).answer).toBe("not-found");
  });

  it("takes nobody along who came in between the look and the write, with or without what was shown", async () => {
    for (const knowing of [true, false]) {
      const { slug } = await group(`Between ${knowing}`);
      const { seen, ...rest } = await page(slug);
      const root = meanwhile(await as("root"), () => enrol(slug, "ben"));
      expect(await deleteByForm(root, { ...rest, ...(knowing && { seen }) })).toMatchObject({ answer: "stale" });
      expect(await gone(slug)).toBe(false);
      expect((await deleteByForm(await as("root"), rest)).answer, "nobody looked at a page").toBe("deleted");
    }
  });
});

describe("what only some may look at", () => {
  it("settings and what goes with a group are not there for anybody else", async () => {
    const { slug, id: groupId } = await group("Private");
    await enrol(slug, "ben");
    expect(await findGroupSettings(await as("ben"), slug)).toBeNull();
    expect(await previewDeleting(await as("ben"), slug)).toBeNull();
    expect(await findGroupSettings(await as("root"), "absent-123456")).toBeNull();
    await at.portal.store.writer.rows(
      sql`insert into leader (group_id, account_id) values (${groupId}::uuid, ${id("dan")}::uuid)`,
    );
    expect(await previewDeleting(await as("root"), slug)).toMatchObject({
      members: 1,
      leaders: 1,
      requests: 0,
      group: { id: groupId },
    });
  });

  it("settings show whoever may only edit no more than that they may edit", async () => {
    const { slug } = await group("Edited");
    await enrol(slug, "ben", ["clerk"]);
    expect((await findGroupSettings(await as("ben"), slug))?.may).toEqual({
      edit: true,
      configure: false,
      delete: false,
    });
  });

  it("people are found by their whole name, and only by those who may add them", async () => {
    const { slug } = await group("Finding");
    await enrol(slug, "ben", ["clerk"]);
    await enrol(slug, "cleo");
    const ben = await as("ben");
    expect(await listPeopleNamed(ben, slug, " ADA ")).toMatchObject([{ id: id("ada"), member: false }]);
    expect(await listPeopleNamed(ben, slug, "cleo")).toMatchObject([{ member: true }]);
    expect(await listPeopleNamed(ben, slug, "ad")).toEqual([]);
    expect(await listPeopleNamed(ben, slug, "zed")).toEqual([]);
    expect(await listPeopleNamed(ben, slug, "a\0\ud800")).toEqual([]);
    expect(await listPeopleNamed(await as("cleo"), slug, "ada")).toBeNull();
  });

  it("one member is found in their group alone", async () => {
    const { slug } = await group("One");
    const other = await group("Other one");
    await enrol(slug, "ben", ["clerk"]);
    await enrol(slug, "cleo");
    await enrol(other.slug, "dan");
    const ben = await as("ben");
    expect((await findMember(ben, slug, id("cleo")))?.member.account.name).toBe("cleo");
    expect(await findMember(ben, slug, id("dan"))).toBeNull();
    expect(await findMember(ben, slug, "not an id")).toBeNull();
    expect(await findMember(await as("cleo"), slug, id("ben"))).toBeNull();
  });
});

it("nothing here wrote but through the gate: every change has its line", async () => {
  const [row] = await at.portal.store.reader.rows<{ bare: number }>(sql`
    select count(*)::int as bare from groups g where not exists (
      select 1 from audit a where a.group_id = g.id and a.event = 'group.created')`);
  expect(row?.bare).toBe(0);
});
