/** Sign-up, sign-in and the proof of an address, as one person and another go through them. */
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { stillPortal, type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { NO_POST } from "@/lib/outbox/post";
import { workOnce } from "@/lib/outbox/work";
import { digestOf, sessionIdOf } from "@/lib/session/session";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { deactivateAccount } from "./commands/activation";
import { askForProof } from "./commands/ask-for-proof";
import { changeAddress } from "./commands/change-address";
import { changePassword } from "./commands/change-password";
import { confirmAddress } from "./commands/confirm-address";
import { renameSelf } from "./commands/rename-self";
import { type Candidate, fitting, signIn } from "./commands/sign-in";
import { signOutEverywhere } from "./commands/sign-out-everywhere";
import { signUp } from "./commands/sign-up";
import { findProofPage } from "./own-account";
import { verifyPassword } from "./password/hash";

// Really compared, and counted.
vi.mock("./password/hash", { spy: true });

const ADDRESS = "https://guild.example";
const PASSWORD = "vermilion-otter-quay";
const OTHER = "tulip anchor velvet";
const asking = { client: "test", joinToken: null };

let at: TestPortal;
let visitor: Viewer;
let clients = 0;

beforeAll(async () => {
  at = await testPortal();
  await makeWorld(at.clone, { globalRoles: { member: ["group.request"] }, accounts: { root: { owner: true } } });
  await at.portal.store.writer.rows(sql`update setting set new_account_role = 'member', version = version + 1`);
  visitor = await findViewer(at.portal, null);
});

const rows = <T>(statement: Parameters<typeof at.portal.store.reader.rows>[0]) =>
  at.portal.store.reader.rows<T>(statement);
const fresh = () => ({ ...asking, client: `client-${clients++}` });
const make = async (email: string, password = PASSWORD, name = "Ada Byron") => {
  const { data } = await signUp(visitor, { name, email, password }, fresh());
  if (!data) throw new Error("no account");
  return data;
};
const come = (email: string, password = PASSWORD, as = visitor) => signIn(as, { email, password }, fresh());
const asAccount = (account: string) => findViewer(at.portal, { account });
const holder = async (secret: string | null | undefined) =>
  secret ? (await findViewer(at.portal, { session: await sessionIdOf(secret) })).account?.id : undefined;

/**
 * The secret in the newest mail to an address, once the worker has been. Mail sent by one round may bear one time, so where
 * several accounts claim an address, the account is asked for too.
 */
async function mailedToken(email: string, account?: string): Promise<string> {
  while ((await workOnce(at.portal, { address: ADDRESS, post: NO_POST, development: true })) > 0);
  const mails = await rows<{ body: string }>(
    sql`select body from sent_mail where recipient = ${email} order by created_at desc`,
  );
  for (const { body } of mails) {
    const token = /\/confirm\/(ghc_[\w-]{43})/.exec(body)?.[1];
    if (token && (account === undefined || (await ownerOf(token)) === account)) return token;
  }
  throw new Error(`no mail to ${email}`);
}

async function ownerOf(token: string): Promise<string | undefined> {
  const [proof] = await rows<{ account: string }>(
    sql`select account_id as account from email_proof where token_hash = ${await digestOf(token)}`,
  );
  return proof?.account;
}

async function prove(account: string, email: string) {
  return confirmAddress(await asAccount(account), { token: await mailedToken(email, account) });
}

describe("signing up", () => {
  it("makes an account with the address unproven, the starting role, a session, a mail and log lines, in one statement", async () => {
    at.statements();
    const { accountId, secret } = await make("one@example.org");
    const writes = at.statements().filter((text) => text.includes("account_made"));
    expect(writes).toHaveLength(1);
    expect(await holder(secret)).toBe(accountId);
    const viewer = await asAccount(accountId);
    expect(viewer).toMatchObject({ name: "Ada Byron", email: "one@example.org", emailProven: false });
    expect(viewer.globalRoles.has("member")).toBe(true);
    const log = await rows<{ event: string }>(
      sql`select event from audit where account_id = ${accountId}::uuid order by id`,
    );
    expect(log.map(({ event }) => event)).toEqual(["account.created", "account.role-given"]);
    const [outbox] = await rows<{ payload: object }>(sql`select payload from outbox order by created_at desc limit 1`);
    expect(outbox?.payload).toEqual({ template: "confirm-address", accountId });
  });

  it("T44 answers the same whether the address is new, claimed or proven", async () => {
    const first = await make("taken@example.org");
    const claimed = await signUp(visitor, { name: "Bob", email: "taken@example.org", password: PASSWORD }, fresh());
    await prove(first.accountId, "taken@example.org");
    const proven = await signUp(visitor, { name: "Eve", email: "Taken@Example.org", password: PASSWORD }, fresh());
    for (const outcome of [claimed, proven]) {
      expect(outcome).toMatchObject({ answer: "signed-up", done: true });
      expect(await holder(outcome.data?.secret)).toBe(outcome.data?.accountId);
    }
  });

  it("ends the session that the browser had before", async () => {
    const before = await make("before@example.org");
    const me = await findViewer(at.portal, { session: await sessionIdOf(before.secret ?? "") });
    await signUp(me, { name: "Next", email: "next@example.org", password: PASSWORD }, fresh());
    expect(await holder(before.secret)).toBeUndefined();
  });

  it("T45 refuses a password that everybody would try, the person's own name among them", async () => {
    for (const password of ["password1234", "AdaByron1815!", "guildhall-2026"]) {
      const refused = signUp(visitor, { name: "Ada Byron", email: "weak@example.org", password }, fresh());
      await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { password: expect.any(String) } });
    }
    expect(await rows(sql`select 1 from account where email = 'weak@example.org'`)).toEqual([]);
  });

  it("T43 is limited per client", async () => {
    const busy = { client: "203.0.113.7", joinToken: null };
    await at.portal.store.writer.rows(sql`
      insert into rate_count select 'sign-up-client:203.0.113.7', date_bin(interval '1 hour', portal_now(), timestamptz '2000-01-01'), 20`);
    const refused = signUp(visitor, { name: "Ada", email: "many@example.org", password: PASSWORD }, busy);
    await expect(refused).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("is closed, by invitation, or for certain domains, as the settings say", async () => {
    const { writer } = at.portal.store;
    const attempt = async (mode: string, email: string) => {
      await writer.rows(
        sql`update setting set sign_up = ${mode}, sign_up_domains = '{guild.example}', version = version + 1`,
      );
      return signUp(await findViewer(at.portal, null), { name: "Ada", email, password: PASSWORD }, fresh());
    };
    expect(await attempt("closed", "c@guild.example")).toMatchObject({ answer: "closed", done: false });
    expect(await attempt("invited", "i@guild.example")).toMatchObject({ answer: "not-invited", done: false });
    expect(await attempt("domains", "d@evil.example")).toMatchObject({ answer: "wrong-domain", done: false });
    expect(await attempt("domains", "d@sub.guild.example")).toMatchObject({ answer: "wrong-domain", done: false });
    const made = await attempt("domains", "D@Guild.Example");
    expect(made).toMatchObject({ answer: "check-mail", done: true, data: { secret: null } });
    expect((await asAccount(made.data?.accountId ?? "")).account?.active).toBe(false);
    expect(await rows(sql`select 1 from session where account_id = ${made.data?.accountId}::uuid`)).toEqual([]);
    await writer.rows(sql`update setting set sign_up = 'open', version = version + 1`);
  });

  it("asks again at the last moment whether it is still open", async () => {
    const stale = visitor;
    await at.portal.store.writer.rows(sql`update setting set sign_up = 'closed', version = version + 1`);
    const late = await signUp(stale, { name: "Late", email: "late@example.org", password: PASSWORD }, fresh());
    await at.portal.store.writer.rows(sql`update setting set sign_up = 'open', version = version + 1`);
    expect(late).toMatchObject({ answer: "closed", done: false });
  });
});

describe("signing in", () => {
  it("lets in by address and password, the address spelled anyhow, the password exactly", async () => {
    const { accountId } = await make("in@example.org");
    expect(await holder((await come(" IN@Example.ORG ")).data?.secret)).toBe(accountId);
    for (const wrong of [`${PASSWORD} `, PASSWORD.toUpperCase(), PASSWORD.slice(0, -1), "x"]) {
      expect(await come("in@example.org", wrong)).toEqual({ answer: "wrong", done: false, data: null });
    }
  });

  it("T44 compares four hashes whoever is known, proven or claimed; comparing only what is there would tell", async () => {
    const candidate = (n: number): Candidate => ({
      ...{ id: `${n}`, version: 1, active: true, awaits_proof: false, hash: `hash ${n}`, proven: n === 0 },
    });
    const worlds = [[], [candidate(0)], [candidate(1)], [candidate(0), candidate(1)], [0, 1, 2, 3].map(candidate)];
    const counts = async (look: (some: Candidate[], compare: (hash: string) => Promise<boolean>) => Promise<unknown>) =>
      Promise.all(
        worlds.map(async (some) => {
          let compared = 0;
          await look(some, async () => ++compared < 0);
          return compared;
        }),
      );
    expect(await counts((some, compare) => fitting(some, PASSWORD, compare))).toEqual([4, 4, 4, 4, 4]);
    expect(await counts((some, compare) => Promise.all(some.map(({ hash }) => compare(hash))))).toEqual([
      0, 1, 1, 2, 4,
    ]);
    expect((await fitting(worlds[4] ?? [], PASSWORD, async (hash) => hash !== "hash 0"))?.id).toBe("1");
  });

  it("T44 answers an unknown address, a wrong password and what is no address alike, after as many comparisons", async () => {
    await make("known@example.org");
    const answers = await Promise.all(
      ["known@example.org", "nobody@example.org", "no address at all", "a@b@c", '"x"@example.org'].map((email) =>
        come(email, OTHER),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    for (const email of ["known@example.org", "nobody@example.org", "?"]) {
      vi.mocked(verifyPassword).mockClear();
      at.statements();
      await come(email, OTHER);
      expect(vi.mocked(verifyPassword), email).toHaveBeenCalledTimes(4);
      expect(at.statements(), email).toHaveLength(2);
    }
  });

  it("T39 ends the browser's former session", async () => {
    const { secret, accountId } = await make("again@example.org");
    const me = await findViewer(at.portal, { session: await sessionIdOf(secret ?? "") });
    const after = await come("again@example.org", PASSWORD, me);
    expect(await holder(secret)).toBeUndefined();
    expect(await holder(after.data?.secret)).toBe(accountId);
  });

  it("tries whoever proved the address first, then the newest that claim it, each by its own password", async () => {
    const proven = await make("shared@example.org", PASSWORD, "Owner");
    await prove(proven.accountId, "shared@example.org");
    const rival = await make("shared@example.org", OTHER, "Rival");
    const same = await make("shared@example.org", PASSWORD, "Same password");
    expect(await holder((await come("shared@example.org", PASSWORD)).data?.secret)).toBe(proven.accountId);
    expect(await holder((await come("shared@example.org", OTHER)).data?.secret)).toBe(rival.accountId);
    expect(same.accountId).not.toBe(proven.accountId);
  });

  it("tells a deactivated account so only with its password", async () => {
    const { accountId } = await make("gone@example.org");
    await deactivateAccount(await siteViewer(at.portal), { account: accountId, reason: "" });
    expect((await come("gone@example.org")).answer).toBe("inactive");
    expect((await come("gone@example.org", OTHER)).answer).toBe("wrong");
  });

  it("T43 stops after so many tries at one address, for a while, whoever tries and whether or not it is known", async () => {
    const anybody = await findViewer(await stillPortal(at.clone.appUrl), null);
    for (const email of ["flood@example.org", "nobody-at-all@example.org"]) {
      const tries = [];
      for (let n = 0; n < 22; n++) tries.push((await come(email, OTHER, anybody)).answer);
      expect(tries.filter((answer) => answer === "wrong")).toHaveLength(20);
      expect(tries.slice(20)).toEqual(["rate-limited", "rate-limited"]);
    }
  });
});

describe("proving an address", () => {
  it("happens by a post, once, within two days; the page alone changes nothing", async () => {
    const { accountId } = await make("prove@example.org");
    const token = await mailedToken("prove@example.org");
    const me = await asAccount(accountId);
    const digest = () =>
      rows(
        sql`select a::text, p::text from account a join email_proof p on p.account_id = a.id where a.id = ${accountId}::uuid`,
      );
    const before = await digest();
    expect(await findProofPage(me, token)).toEqual({ state: "confirmed", email: "prove@example.org" });
    expect(await findProofPage(visitor, token)).toEqual({ state: "wrong-password", email: "prove@example.org" });
    expect(await digest()).toEqual(before);
    expect(await confirmAddress(me, { token })).toMatchObject({ answer: "confirmed", data: { secret: null } });
    expect((await asAccount(accountId)).emailProven).toBe(true);
    expect((await confirmAddress(me, { token })).answer).toBe("already-proven");
  });

  it("is refused with a link that is unknown, used, old, or for an address that the account no longer has", async () => {
    const { accountId } = await make("old@example.org");
    const me = await asAccount(accountId);
    const token = await mailedToken("old@example.org");
    const { writer } = at.portal.store;
    for (const unknown of ["", "x", `ghc_${"a".repeat(43)}`, token.replace("ghc_", "ghj_"), token.toUpperCase()]) {
      expect((await confirmAddress(me, { token: unknown })).answer).toBe("not-found");
      expect(await findProofPage(me, unknown)).toBeNull();
    }
    await writer.rows(sql`update email_proof set used_at = portal_now() where account_id = ${accountId}::uuid`);
    expect((await confirmAddress(me, { token })).answer).toBe("used");
    await writer.rows(
      sql`update email_proof set used_at = null, expires_at = portal_now() where account_id = ${accountId}::uuid`,
    );
    expect((await confirmAddress(me, { token })).answer).toBe("expired");
    await writer.rows(
      sql`update email_proof set expires_at = portal_now() + interval '1 hour' where account_id = ${accountId}::uuid`,
    );
    await changeAddress(me, { email: "moved@example.org", currentPassword: PASSWORD });
    expect((await confirmAddress(await asAccount(accountId), { token })).answer).toBe("not-found");
  });

  it("needs more than the mailbox: whoever made the account, or its password", async () => {
    const trap = await make("victim@example.org", OTHER, "Laid by somebody else");
    const token = await mailedToken("victim@example.org", trap.accountId);
    const victim = await make("victim@example.org", PASSWORD, "Victim");
    expect((await confirmAddress(await asAccount(victim.accountId), { token })).answer).toBe("wrong-password");
    expect((await confirmAddress(visitor, { token })).answer).toBe("wrong-password");
    expect((await confirmAddress(visitor, { token, password: PASSWORD })).answer).toBe("wrong-password");
    const confirmed = await confirmAddress(visitor, { token, password: OTHER });
    expect(confirmed.answer).toBe("confirmed");
    expect(await holder(confirmed.data?.secret)).toBe(trap.accountId);
  });

  it("takes the claim from everybody else, who keep their account and are told", async () => {
    const first = await make("claim@example.org", OTHER, "First");
    const second = await make("claim@example.org", PASSWORD, "Second");
    await prove(second.accountId, "claim@example.org");
    const left = await asAccount(first.accountId);
    expect(left).toMatchObject({ email: null, account: { active: true } });
    expect(await holder(first.secret)).toBe(first.accountId);
    expect((await come("claim@example.org", OTHER)).answer).toBe("wrong");
    const told = await rows(
      sql`select 1 from notice where account_id = ${first.accountId}::uuid and event = 'account.address-dropped'`,
    );
    expect(told).toHaveLength(1);
    const moved = await changeAddress(left, { email: "first@example.org", currentPassword: OTHER });
    expect(moved.answer).toBe("changed");
    expect(await holder((await come("first@example.org", OTHER)).data?.secret)).toBe(first.accountId);
  });

  it("goes to one of two who confirm at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const email = `race${round}@example.org`;
      const one = await make(email, PASSWORD, "One");
      const oneToken = await mailedToken(email, one.accountId);
      const two = await make(email, OTHER, "Two");
      const twoToken = await mailedToken(email, two.accountId);
      const answers = await Promise.all([
        confirmAddress(await asAccount(one.accountId), { token: oneToken }),
        confirmAddress(await asAccount(two.accountId), { token: twoToken }),
      ]);
      expect(answers.filter(({ answer }) => answer === "confirmed")).toHaveLength(1);
      const proven = await rows(sql`select 1 from account where email_key = ${email} and email_proven_at is not null`);
      expect(proven).toHaveLength(1);
    }
  });

  it("opens an account that waited for it, and signs it in; a deactivated one stays shut", async () => {
    const { writer } = at.portal.store;
    await writer.rows(
      sql`update setting set sign_up = 'domains', sign_up_domains = '{guild.example}', version = version + 1`,
    );
    const anyone = await findViewer(at.portal, null);
    const join = async (email: string) =>
      (await signUp(anyone, { name: "Ada", email, password: PASSWORD }, fresh())).data?.accountId ?? "";
    const [waits, shut] = [await join("waits@guild.example"), await join("shut@guild.example")];
    const token = await mailedToken("waits@guild.example");
    expect((await come("waits@guild.example")).answer).toBe("awaits-proof");
    expect(await mailedToken("waits@guild.example")).not.toBe(token);
    const confirmed = await confirmAddress(anyone, { token, password: PASSWORD });
    expect(await holder(confirmed.data?.secret)).toBe(waits);
    const shutToken = await mailedToken("shut@guild.example");
    await deactivateAccount(await siteViewer(at.portal), { account: shut, reason: "" });
    expect((await confirmAddress(anyone, { token: shutToken, password: PASSWORD })).answer).not.toBe("confirmed");
    expect((await asAccount(shut)).account?.active).toBe(false);
    await writer.rows(sql`update setting set sign_up = 'open', version = version + 1`);
  });

  it("is asked for by whom it concerns, and not too often", async () => {
    const { accountId } = await make("ask@example.org");
    const other = await make("other@example.org");
    expect((await askForProof(await asAccount(other.accountId), { accountId })).answer).toBe("not-permitted");
    expect((await askForProof(visitor, { accountId, provenHash: "guess" })).answer).toBe("not-permitted");
    const me = await asAccount(accountId);
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push((await askForProof(me, { accountId })).answer);
    expect(answers).toEqual(["sent", "sent", "sent", "rate-limited", "rate-limited"]);
  });
});

describe("one's own account", () => {
  it("T40 ends every session with a new password, and the old password with it", async () => {
    const { accountId, secret } = await make("change@example.org");
    const elsewhere = (await come("change@example.org")).data?.secret;
    const me = await findViewer(at.portal, { session: await sessionIdOf(secret ?? "") });
    const wrong = await changePassword(me, { currentPassword: OTHER, newPassword: "gentle harbour lamp" });
    expect(wrong.answer).toBe("wrong-password");
    expect(await holder(elsewhere)).toBe(accountId);
    const changed = await changePassword(me, { currentPassword: PASSWORD, newPassword: "gentle harbour lamp" });
    expect(changed.answer).toBe("changed");
    expect(await holder(secret)).toBeUndefined();
    expect(await holder(elsewhere)).toBeUndefined();
    expect(await holder(changed.data?.secret)).toBe(accountId);
    expect((await come("change@example.org")).answer).toBe("wrong");
    expect((await come("change@example.org", "gentle harbour lamp")).answer).toBe("signed-in");
  });

  it("T40 signs out everywhere", async () => {
    const { accountId, secret } = await make("everywhere@example.org");
    const elsewhere = (await come("everywhere@example.org")).data?.secret;
    expect((await signOutEverywhere(await asAccount(accountId), {})).answer).toBe("signed-out");
    expect([await holder(secret), await holder(elsewhere)]).toEqual([undefined, undefined]);
    expect((await signOutEverywhere(visitor, {})).answer).toBe("sign-in");
  });

  it("is renamed by whoever it is", async () => {
    const { accountId } = await make("rename@example.org");
    expect((await renameSelf(await asAccount(accountId), { name: "Éva Łąck" })).done).toBe(true);
    expect(await rows(sql`select name, name_key from account where id = ${accountId}::uuid`)).toEqual([
      { name: "Éva Łąck", name_key: "eva lack" },
    ]);
    expect((await renameSelf(visitor, { name: "Nobody" })).answer).toBe("sign-in");
  });

  it("changes its address only with its password, and the new one counts for nothing yet", async () => {
    const { accountId } = await make("addr@example.org");
    await prove(accountId, "addr@example.org");
    const me = await asAccount(accountId);
    expect((await changeAddress(me, { email: "new@example.org", currentPassword: OTHER })).answer).toBe(
      "wrong-password",
    );
    expect((await changeAddress(me, { email: "addr@example.org", currentPassword: PASSWORD })).answer).toBe("same");
    expect((await changeAddress(me, { email: "new@example.org", currentPassword: PASSWORD })).answer).toBe("changed");
    expect(await asAccount(accountId)).toMatchObject({ email: "new@example.org", emailProven: false });
    expect((await prove(accountId, "new@example.org")).answer).toBe("confirmed");
  });
});
