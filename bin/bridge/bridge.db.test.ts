import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { WebSocket } from "ws";
import { openEdgeStore } from "@/db/edge-store";
import { freePort } from "../embedded/free-port";
import { type Bridge, openBridge } from "./bridge";
import { targetOf } from "./target";

const ownerUrl = inject("ownerUrl");
let bridge: Bridge;
const path = "/a-path-that-nobody-guesses";

beforeAll(async () => {
  bridge = await openBridge({ port: 0, path, target: targetOf(ownerUrl) });
});

afterAll(() => bridge.stop());

/** As an edge page reads: the host of the address is not used, the bridge decides. */
async function read<T>(statement: ReturnType<typeof sql>, size = 2): Promise<T[]> {
  const url = new URL(ownerUrl);
  url.hostname = "localhost";
  const store = openEdgeStore({ url: url.href, wsProxy: `127.0.0.1:${bridge.port}${path}`, size });
  try {
    return await store.reader.rows<T>(statement);
  } finally {
    await store.end();
  }
}

/** How the bridge answers a WebSocket: `open`, or the status that it refuses with. */
function knock(where: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((answer) => {
    const socket = new WebSocket(`ws://127.0.0.1:${bridge.port}${where}`, { headers });
    socket.once("open", () => answer("open"));
    socket.once("unexpected-response", (_request, response) => answer(`${response.statusCode}`));
    socket.once("close", () => socket.terminate());
    socket.once("error", () => {});
  });
}

describe("an edge page", () => {
  it("reads through the bridge with its own driver", async () => {
    const rows = await read<{ one: number; who: string }>(sql`select 1 as one, current_user::text as who`);
    expect(rows).toEqual([{ one: 1, who: new URL(ownerUrl).username }]);
  });

  it("gets an answer of many megabytes whole", async () => {
    const [row] = await read<{ text: string }>(sql`select repeat('0123456789', 600000) as text`);
    expect(row?.text.length).toBe(6_000_000);
  });

  it("gets its own answer while others ask at once", async () => {
    const asked = Array.from({ length: 5 }, (_, number) => number);
    const answers = await Promise.all(asked.map((number) => read<{ n: number }>(sql`select ${number}::int as n`)));
    expect(answers.map(([row]) => row?.n)).toEqual(asked);
  });
});

describe("the bridge", () => {
  it("opens for its path alone", async () => {
    expect(await knock(path)).toBe("open");
    expect(await knock("/")).toBe("404");
    expect(await knock(`${path}/more`)).toBe("404");
  });

  it("never opens for a web page", async () => {
    expect(await knock(path, { origin: "http://localhost:3000" })).toBe("404");
    expect(await knock(path, { origin: "null" })).toBe("404");
  });

  it("leads to the one database, whatever the request asks for", async () => {
    let visitors = 0;
    const elsewhere = createServer(() => {
      visitors++;
    });
    const port = await freePort();
    await new Promise<void>((done) => elsewhere.listen(port, "127.0.0.1", done));
    expect(await knock(`${path}?address=127.0.0.1:${port}`, { host: `127.0.0.1:${port}` })).toBe("open");
    await new Promise((done) => setTimeout(done, 100));
    await new Promise((done) => elsewhere.close(done));
    expect(visitors).toBe(0);
  });

  it("answers plain HTTP with nothing", async () => {
    const answer = await fetch(`http://127.0.0.1:${bridge.port}${path}`);
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
  });

  it("hangs up when the database is not there", async () => {
    const lost = await openBridge({
      port: 0,
      path,
      target: { host: "127.0.0.1", port: await freePort(), tls: undefined },
    });
    const socket = new WebSocket(`ws://127.0.0.1:${lost.port}${path}`);
    const code = await new Promise((done) => socket.once("close", done));
    expect(code).toBe(1011);
    await lost.stop();
  });
});

describe("its target", () => {
  it("is what the database's driver reads in the address", () => {
    expect(targetOf("postgres://a:b@db.example.org/portal")).toEqual({
      host: "db.example.org",
      port: 5432,
      tls: undefined,
    });
    expect(targetOf("postgres://a:b@db.example.org:6000/portal?sslmode=verify-full")).toMatchObject({
      port: 6000,
      tls: {},
    });
  });

  it("must be a host", () => {
    expect(() => targetOf("postgres:///portal?host=/var/run/postgresql")).toThrow(/host and a port/);
  });
});
