import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { openWorkshop } from "@/e2e/support/edited-code";
import { signUp } from "@/lib/people/commands/sign-up";
import { isProofToken } from "@/lib/people/proof-token";
import { beginPortal } from "@/lib/people/setup";
import { digestOf } from "@/lib/session/session";
import { findViewer } from "@/lib/session/viewer";
import { forKeeping, type Letter, plainText } from "./letter";
import { findMailState } from "./mail-state";
import { NO_POST, openPost, type Post } from "./post";
import { findSentMail, listSentMail } from "./queries";
import { htmlOf } from "./render";
import type * as Working from "./work";
import { workOnce } from "./work";

const address = "https://guild.example";
let at: TestPortal;

beforeEach(async () => {
  at = await testPortal();
});

const rows = <T>(statement: Parameters<typeof at.portal.store.reader.rows>[0]) =>
  at.portal.store.reader.rows<T>(statement);
const write = (statement: Parameters<typeof at.portal.store.reader.rows>[0]) => at.portal.store.writer.rows(statement);
const work = (post: Post = NO_POST, development = true) => workOnce(at.portal, { address, post, development });
const outbox = () =>
  rows<{ id: string; status: string; attempts: number; due: boolean; last_error: string | null }>(
    sql`select id, status, attempts, due_at <= portal_now() as due, last_error from outbox order by created_at, id`,
  );

async function sign(email: string): Promise<string> {
  const visitor = await findViewer(at.portal, null);
  const input = { name: "Ada <b>Byron</b>", email, password: "vermilion-otter-quay" };
  return (await signUp(visitor, input, { client: email, joinToken: null })).data?.accountId ?? "";
}

/** A post that notes what it is given, and fails while it is told to. */
function noting(failing: { left: number } = { left: 0 }) {
  const sent: { letter: Letter; id: string }[] = [];
  const post: Post = {
    leaves: true,
    send: async (letter, id) => {
      sent.push({ letter, id });
      if (failing.left-- > 0) throw new Error("421 try again later");
    },
  };
  return { post, sent };
}

describe("the outbox", () => {
  it("sends what waits, once, and keeps it; the secret is made then, and kept as a digest only", async () => {
    await sign("ada@example.org");
    expect(await rows(sql`select 1 from email_proof`)).toEqual([]);
    expect(await work()).toBe(1);
    expect(await work()).toBe(0);
    const [mail] = await rows<{ recipient: string; body: string }>(sql`select recipient, body from sent_mail`);
    expect(mail?.recipient).toBe("ada@example.org");
    const token = /confirm\/(\S+)/.exec(mail?.body ?? "")?.[1] ?? "";
    expect(isProofToken(token)).toBe(true);
    expect(await rows(sql`select token_hash, email_key from email_proof`)).toEqual([
      { token_hash: await digestOf(token), email_key: "ada@example.org" },
    ]);
    expect(await outbox()).toMatchObject([{ status: "done", attempts: 1 }]);
  });

  it("keeps no key of what really left", async () => {
    await sign("ada@example.org");
    const { post, sent } = noting();
    await work(post);
    const [mail] = await rows<{ body: string }>(sql`select body from sent_mail`);
    expect(sent[0]?.letter.link?.href).toContain("/confirm/ghc_");
    expect(mail?.body).not.toContain("ghc_");
  });

  describe("without a mail server keeps the key", () => {
    const kept = async () => {
      const [mail] = await rows<{ text: string }>(sql`select body || coalesce(html, '') as text from sent_mail`);
      return /confirm\/(\S{2})/.exec(mail?.text ?? "")?.[1] === "gh" ? "with its key" : "without";
    };
    const finished = async (how: { demo?: boolean; development?: boolean }, working = workOnce) => {
      if (how.demo) await beginPortal({ ...at.clone, demo: true });
      await sign("ada@example.org");
      expect(await working(at.portal, { address, post: NO_POST, development: how.development })).toBe(1);
      return kept();
    };

    it("in development, where it is read", async () => {
      expect(await finished({ development: true })).toBe("with its key");
    });

    it("in a demo, where it is read", async () => {
      expect(await finished({ demo: true })).toBe("with its key");
    });

    it("and nowhere else: no page shows it, and no look of it is kept", async () => {
      expect(await finished({})).toBe("without");
      expect(await rows(sql`select html, body like '%/confirm/…%' as cut from sent_mail`)).toEqual([
        { html: null, cut: true },
      ]);
    });

    it("which the lack of a mail server alone would not keep from lying there for a month", async () => {
      const workshop = await openWorkshop();
      const edit = {
        file: "lib/outbox/work.ts",
        cut: "!post.leaves && isOpenBehind(",
        instead: "!post.leaves || isOpenBehind(",
      };
      await workshop.withEdits([edit], "/lib/outbox/work.ts", async (working: typeof Working) => {
        expect(await finished({}, working.workOnce)).toBe("with its key");
      });
      await workshop.close();
    });
  });

  it("tries again later, each time with the same id, and forgets nothing", async () => {
    await sign("ada@example.org");
    const { post, sent } = noting({ left: 2 });
    await work(post);
    expect(await outbox()).toMatchObject([
      { status: "waiting", attempts: 1, due: false, last_error: "421 try again later" },
    ]);
    expect(await work(post)).toBe(0);
    for (let n = 0; n < 2; n++) {
      await write(sql`update outbox set due_at = portal_now()`);
      await work(post);
    }
    expect(await outbox()).toMatchObject([{ status: "done", attempts: 3 }]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]?.id).toMatch(/^<[0-9a-f-]{36}@guild\.example>$/);
  });

  it("gives up after a week, and keeps the reason", async () => {
    await sign("ada@example.org");
    await write(sql`update outbox set attempts = 29`);
    await work(noting({ left: 1 }).post);
    expect(await outbox()).toMatchObject([{ status: "failed", attempts: 30, last_error: "421 try again later" }]);
  });

  it("T80 takes an errand up again when the worker that had it fell, and not before", async () => {
    await sign("ada@example.org");
    const fallen: Post = { leaves: true, send: () => new Promise(() => {}) };
    void work(fallen);
    await expect.poll(async () => (await outbox())[0]?.attempts).toBe(1);
    expect(await work()).toBe(0);
    await write(sql`update outbox set leased_until = portal_now()`);
    expect(await work()).toBe(1);
    expect(await outbox()).toMatchObject([{ status: "done", attempts: 2 }]);
  });

  it("T80 takes up what commits late, after what was begun later", async () => {
    await sign("first@example.org");
    await work();
    await at.portal.store.transaction(async (tx) => {
      await tx.rows(
        sql`insert into outbox (kind, payload) values ('mail', '{"template":"confirm-address","accountId":"00000000-0000-4000-8000-000000000000"}')`,
      );
      await sign("second@example.org");
      expect(await work()).toBe(1);
    });
    expect(await work()).toBe(1);
  });

  it("gives each errand to one of many workers", async () => {
    for (let n = 0; n < 12; n++) await sign(`many${n}@example.org`);
    const { post, sent } = noting();
    const took = await Promise.all(Array.from({ length: 6 }, () => work(post)));
    expect(took.reduce((sum, n) => sum + n, 0)).toBe(12);
    expect(new Set(sent.map(({ letter }) => letter.to)).size).toBe(12);
    expect(sent).toHaveLength(12);
  });

  it("T26 asks again when it sends: nothing for an address that is gone or proven by then", async () => {
    const [gone, proven] = [await sign("gone@example.org"), await sign("proven@example.org")];
    await write(sql`update account set email = null, email_key = null where id = ${gone}::uuid`);
    await write(sql`update account set email_proven_at = portal_now() where id = ${proven}::uuid`);
    const { post, sent } = noting();
    expect(await work(post)).toBe(2);
    expect(sent).toEqual([]);
    expect((await outbox()).map(({ status }) => status)).toEqual(["done", "done"]);
  });

  it("lets one bad errand spoil no other", async () => {
    await write(sql`insert into outbox (kind, payload) values ('mail', '{"template":"nonsense"}'), ('mail', '{}')`);
    await sign("ada@example.org");
    expect(await work()).toBe(3);
    expect((await outbox()).map(({ status }) => status).sort()).toEqual(["done", "waiting", "waiting"]);
  });
});

describe("T57 letters", () => {
  const letter: Letter = {
    to: "ada@example.org",
    subject: "A <b>subject</b>",
    paragraphs: ['One & "two"', "<script>alert(1)</script>"],
    link: { label: "Confirm", href: `${address}/confirm/ghc_secret` },
  };

  it("say the same in both forms, and run nothing", async () => {
    expect(plainText(letter)).toBe(
      `A <b>subject</b>\n\nOne & "two"\n\nConfirm:\n${address}/confirm/ghc_secret\n\n<script>alert(1)</script>\n`,
    );
    const html = await htmlOf(letter);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toMatch(new RegExp(`<a[^>]* href="${address}/confirm/ghc_secret"`));
    expect(plainText(forKeeping(letter))).toContain(`${address}/confirm/…`);
  });

  it("bear nothing that whoever signs up chose", async () => {
    await sign("ada@example.org");
    await work();
    const [mail] = await rows<{ body: string; subject: string }>(sql`select subject, body from sent_mail`);
    expect(`${mail?.subject} ${mail?.body}`).not.toContain("Byron");
  });

  it("go to a mail server as they are", async () => {
    const said: string[] = [];
    const server = createServer((socket) => {
      let letters = false;
      socket.write("220 here\r\n");
      socket.on("data", (chunk) => {
        const text = chunk.toString();
        said.push(text);
        if (letters) {
          if (text.endsWith("\r\n.\r\n")) {
            letters = false;
            socket.write("250 kept\r\n");
          }
          return;
        }
        if (text.startsWith("DATA")) {
          letters = true;
          socket.write("354 go on\r\n");
        } else if (text.startsWith("QUIT")) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const post = openPost({
      url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
      from: "Guildhall <guildhall@guild.example>",
    });
    await post.send(letter, "<one@guild.example>");
    server.close();
    const whole = said.join("");
    expect(whole).toContain("RCPT TO:<ada@example.org>");
    expect(whole).toContain("Message-ID: <one@guild.example>");
    expect(whole).toContain("Content-Type: text/html");
    expect(whole).toContain("Auto-Submitted: auto-generated");
  });
});

describe("T89 the page of sent mail", () => {
  it("is there in a demo and in development, and nowhere else", async () => {
    const viewer = await findViewer(at.portal, null);
    await sign("ada@example.org");
    await work();
    expect(await listSentMail(viewer, null, () => false)).toBeNull();
    const [mail] = (await listSentMail(viewer, null, () => true))?.lines ?? [];
    expect(mail).toMatchObject({ recipient: "ada@example.org" });
    expect(await findSentMail(viewer, mail?.id ?? "", () => false)).toBeNull();
    expect(await findSentMail(viewer, "nothing", () => true)).toBeNull();
    expect(await findSentMail(viewer, mail?.id ?? "", () => true)).toMatchObject({
      html: expect.stringContaining("<html"),
    });
    await beginPortal({ ...at.clone, demo: true });
    expect((await listSentMail(viewer, null, () => false))?.lines).toHaveLength(1);
  });
});

describe("how it stands with mail", () => {
  it("is told to whoever administers the settings, with what the server said and without addresses", async () => {
    const adaId = await sign("ada@example.org");
    await sign("bob@example.org");
    const refused = Object.assign(new Error("550 5.1.1 <ada@example.org> unknown"), {
      responseCode: 550,
      command: "RCPT TO",
    });
    const busy = Object.assign(new Error("452 bob@example.org is full"), { responseCode: 452, command: "RCPT TO" });
    const post: Post = {
      leaves: true,
      send: ({ to }) => Promise.reject(to.startsWith("ada") ? refused : busy),
    };
    await work(post);
    expect(await findMailState(await findViewer(at.portal, { account: adaId }), () => true)).toBeNull();
    await write(sql`update account set owner = true, active = true where id = ${adaId}::uuid`);
    const state = await findMailState(await findViewer(at.portal, { account: adaId }), () => true);
    expect(state).toMatchObject({
      ...{ leaves: true, waiting: 1, trouble: "452 (address) is full" },
      refused: [{ person: "Ada <b>Byron</b>", reason: "550 5.1.1 <(address)> unknown" }],
    });
  });
});
