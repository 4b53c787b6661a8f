/** Whoever loses their account by somebody else's hand is told by a last mail, and after it nothing here holds their address. */
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { World } from "@/db/testing/peopled-world";
import { openWorkshop } from "@/e2e/support/edited-code";
import { chooseMail } from "@/lib/notices/choose-mail";
import { NOTICE_KINDS } from "@/lib/notices/sentence-kinds";
import { plainText } from "@/lib/outbox/letter";
import { NO_POST, type Post } from "@/lib/outbox/post";
import { htmlOf } from "@/lib/outbox/render";
import { ADDRESS, later, mailedWorld, postOffice } from "@/lib/outbox/testing/mailed-world";
import type * as Working from "@/lib/outbox/work";
import { workOnce } from "@/lib/outbox/work";
import type * as Deleting from "./commands/delete-account";
import { deleteAccount } from "./commands/delete-account";
import { leavePortal } from "./commands/leave-portal";

const club = () =>
  mailedWorld({
    roles: { people: ["people.administer"], chief: ["audit.view"] },
    types: { club: { member: ["member.leave", "group.view"] } },
    accounts: { root: { owner: true }, amy: { roles: ["people"] }, bob: {}, cas: { roles: ["chief"] } },
    groups: { lodge: { members: ["bob", "cas"], hidden: true }, garden: { members: ["bob"] } },
  });

interface Errand {
  readonly payload: { readonly template: string; readonly to?: string; readonly reason?: string };
  readonly status: string;
  readonly last_error: string | null;
}

const errands = (at: World) =>
  at.rows<Errand>(sql`select payload, status, last_error from outbox
    where payload->>'template' = 'account-deleted' order by created_at, id`);
const remove = async (at: World, who: string, reason = "", by = "amy") =>
  (await deleteAccount(await at.as(by), { account: at.id(who), reason })).answer;
const work = async (at: World, post: Post, working = workOnce) => {
  await later(at);
  while ((await working(at.portal, { address: ADDRESS, post })) > 0);
};
/** Every row of the outbox and of what was sent in which this text stands. */
const traces = async (at: World, text: string) =>
  at.rows(sql`
    select 1 from outbox o where strpos(lower(o::text), ${text}) > 0
    union all select 1 from sent_mail s where strpos(lower(s::text), ${text}) > 0`);

describe("whose account an administrator deletes", () => {
  it("is told by one mail, with the reason, naming no group and nobody", async () => {
    const at = await club();
    expect(await remove(at, "bob", "Two <b>accounts</b>\nof one")).toBe("deleted");
    const { post, kept } = postOffice();
    await work(at, post);
    await work(at, post);
    expect(kept).toHaveLength(1);
    const [{ letter, id } = { letter: null, id: "" }] = kept;
    if (!letter) throw new Error("no letter");
    expect(letter).toMatchObject({ to: "bob@example.org", subject: "Your account at Guildhall was deleted" });
    expect(id).toMatch(/^<[0-9a-f-]{36}@guild\.example>$/);
    const text = plainText(letter);
    expect(text).toContain("An administrator deleted the account at Guildhall (guild.example)");
    expect(text).toContain("Reason given: “Two <b>accounts</b> of one”");
    for (const name of ["lodge", "garden", "amy", "bob"]) expect(text).not.toContain(name);
    const html = await htmlOf(letter);
    expect(html).toContain("Two &lt;b&gt;accounts&lt;/b&gt; of one");
    expect(html).not.toMatch(/lodge|garden/);
  });

  it("is told without a reason where none was given", async () => {
    const at = await club();
    await remove(at, "bob");
    expect(await errands(at)).toMatchObject([{ payload: { template: "account-deleted", to: "bob@example.org" } }]);
    const { post, kept } = postOffice();
    await work(at, post);
    expect(plainText(kept[0]?.letter as never)).not.toContain("Reason");
  });

  it("is told once, however many do it at once", async () => {
    const at = await club();
    const answers = await Promise.all(["root", "amy", "root", "amy"].map((by) => remove(at, "bob", "", by)));
    expect(answers.filter((answer) => answer === "deleted")).toHaveLength(1);
    expect(await errands(at)).toHaveLength(1);
  });

  it("T26 is not, where the address is not proven to be theirs, or is none", async () => {
    const at = await club();
    await at.rows(sql`update account set email_proven_at = null where id = ${at.id("bob")}`);
    await at.rows(
      sql`update account set email = null, email_key = null, email_proven_at = null where id = ${at.id("cas")}`,
    );
    expect([await remove(at, "bob", "", "root"), await remove(at, "cas", "", "root")]).toEqual(["deleted", "deleted"]);
    expect(await errands(at)).toEqual([]);
  });

  it("is not, where they want no mail about their account", async () => {
    const at = await club();
    await chooseMail(await at.as("bob"), { kinds: NOTICE_KINDS.filter((kind) => kind !== "account") });
    await chooseMail(await at.as("cas"), { kinds: ["account"] });
    expect([await remove(at, "bob", "", "root"), await remove(at, "cas", "", "root")]).toEqual(["deleted", "deleted"]);
    expect((await errands(at)).map(({ payload }) => payload.to)).toEqual(["cas@example.org"]);
  });

  it("is not, where it is refused or undone", async () => {
    const at = await club();
    expect(await remove(at, "cas")).toBe("exceeds-own");
    expect(await remove(at, "bob", "", "cas")).toBe("not-permitted");
    await at.rows(
      sql`create function stop() returns trigger language plpgsql as 'begin raise exception ''stop''; end'`,
    );
    await at.rows(sql`create trigger stop before delete on account for each row execute function stop()`);
    await expect(remove(at, "bob")).rejects.toThrow();
    expect(await errands(at)).toEqual([]);
    expect(await at.members("garden")).toEqual(["bob"]);
  });

  it("is not, where they go by themselves, or the portal itself builds a world", async () => {
    const at = await club();
    await leavePortal(await at.as("bob"), { how: "deleted", anyway: true });
    expect(await remove(at, "amy", "", "amy")).toBe("deleted");
    await deleteAccount(await at.site(), { account: at.id("cas"), reason: "" });
    expect(await at.rows(sql`select name from account`)).toEqual([{ name: "root" }]);
    expect(await errands(at)).toEqual([]);
  });

  const FILE = "lib/people/commands/delete-account.ts";
  it.each([
    ["T26 their proof", " and a.email_proven_at is not null"],
    ["what they want", " and not p.mail)", " and false)"],
    ["who does it", " && viewer.account?.id !== accountId"],
    ["whether it is the portal itself", "!isSite(viewer) && "],
  ])("which is asked: without asking %s there is a mail", async (what, cut, instead = "") => {
    const at = await club();
    if (what.includes("proof")) await at.rows(sql`update account set email_proven_at = null where name = 'amy'`);
    if (what.includes("want")) await chooseMail(await at.as("amy"), { kinds: [] });
    const viewer = what.includes("portal") ? await at.site() : await at.as(what.includes("who") ? "amy" : "root");
    const workshop = await openWorkshop();
    await workshop.withEdits([{ file: FILE, cut, instead }], `/${FILE}`, async (deleting: typeof Deleting) => {
      await deleting.deleteAccount(viewer, { account: at.id("amy"), reason: "" });
    });
    await workshop.close();
    expect(await errands(at)).toMatchObject([{ payload: { to: "amy@example.org" } }]);
  });
});

describe("the address of a deleted account", () => {
  const told = async () => {
    const at = await club();
    await remove(at, "bob", "Two accounts of one");
    return at;
  };

  it("is nowhere once the mail has left", async () => {
    const at = await told();
    expect(await traces(at, "bob@example.org")).toHaveLength(1);
    await work(at, postOffice().post);
    expect(await errands(at)).toEqual([{ payload: { template: "account-deleted" }, status: "done", last_error: null }]);
    expect(await traces(at, "bob@")).toEqual([]);
    expect(await at.rows(sql`select recipient, subject, html from sent_mail`)).toEqual([
      { recipient: "", subject: "Your account at Guildhall was deleted", html: null },
    ]);
  });

  it("nor where no mail server is set, unless the page of mail shows it", async () => {
    const [closed, open] = [await told(), await told()];
    await work(closed, NO_POST);
    expect(await traces(closed, "bob@")).toEqual([]);
    await later(open);
    await workOnce(open.portal, { address: ADDRESS, post: NO_POST, development: true });
    expect(await open.rows(sql`select recipient from sent_mail`)).toEqual([{ recipient: "bob@example.org" }]);
    expect((await errands(open))[0]?.payload).toEqual({ template: "account-deleted" });
  });

  it("nor once it was given up, not even in what the mail server said", async () => {
    const at = await told();
    const no = Object.assign(new Error("550 <bob@example.org> unknown"), { responseCode: 550, command: "RCPT TO" });
    await work(at, postOffice(() => Promise.reject(no)).post);
    expect(await errands(at)).toEqual([
      { payload: { template: "account-deleted" }, status: "failed", last_error: "550 <(address)> unknown" },
    ]);
    expect(await traces(at, "bob@")).toEqual([]);
  });

  it("T80 is kept as long as it is needed: after a fall the same mail goes once more, under the same id", async () => {
    const at = await told();
    const falls = postOffice(() => new Promise(() => {}));
    await later(at);
    void workOnce(at.portal, { address: ADDRESS, post: falls.post });
    await expect.poll(() => falls.kept.length).toBe(1);
    const again = postOffice();
    await work(at, again.post);
    expect(again.kept).toEqual(falls.kept);
    expect(await traces(at, "bob@")).toEqual([]);
  });

  it("would stay with the errand, were it not wiped", async () => {
    const at = await told();
    const workshop = await openWorkshop();
    const edit = { file: "lib/outbox/work.ts", cut: "payload - array['to', 'reason']", instead: "payload" };
    await workshop.withEdits([edit], "/lib/outbox/work.ts", async (working: typeof Working) => {
      await work(at, postOffice().post, working.workOnce);
    });
    await workshop.close();
    expect(await traces(at, "bob@")).toHaveLength(1);
  });
});
