import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../embedded/free-port";
import { Halt } from "../halt";
import { checkDatabase } from "./check";

let server: Server | undefined;

afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int32 = (value: number): Buffer => Buffer.from(Int32Array.of(value).buffer).reverse();
const text = (value: string): Buffer => Buffer.from(`${value}\0`);

/** As much of a PostgreSQL as tells its version to one question. */
function pretend(version: number): Promise<string> {
  const ready = message("Z", Buffer.from("I"));
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    text("version"),
    Buffer.alloc(6),
    int32(23),
    Buffer.from([0, 4]),
    int32(-1),
    Buffer.from([0, 0]),
  ]);
  const value = Buffer.from(String(version));
  const row = Buffer.concat([Buffer.from([0, 1]), int32(value.length), value]);
  server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), ready]));
      socket.once("data", () =>
        socket.write(Buffer.concat([message("T", column), message("D", row), message("C", text("SELECT 1")), ready])),
      );
    });
  });
  return listen(server);
}

async function listen(on: Server): Promise<string> {
  const port = await freePort();
  await new Promise<void>((done) => on.listen(port, "127.0.0.1", done));
  return `postgres://app:hunter2@127.0.0.1:${port}/portal`;
}

describe("a database that others run", () => {
  it("is taken when it is new enough", async () => {
    await expect(checkDatabase("DATABASE_URL", await pretend(150_000))).resolves.toBeUndefined();
  });

  it("is refused when it is too old, with both versions", async () => {
    const asked = checkDatabase("DATABASE_URL", await pretend(140_012));
    await expect(asked).rejects.toThrow(
      /^DATABASE_URL: PostgreSQL 14 at 127\.0\.0\.1:\d+ is too old: .* needs 15 or newer\.$/,
    );
    await expect(asked).rejects.toBeInstanceOf(Halt);
  });

  it("is refused when nobody answers, without telling the password", async () => {
    const asked = checkDatabase("DATABASE_OWNER_URL", `postgres://app:hunter2@127.0.0.1:${await freePort()}/portal`);
    await expect(asked).rejects.toThrow(
      /^DATABASE_OWNER_URL: the database at 127\.0\.0\.1:\d+ does not let us in: .*ECONNREFUSED/,
    );
    await expect(asked).rejects.not.toThrow(/hunter2/);
  });

  it("is refused when it answers with silence, within seconds", async () => {
    server = createServer(() => {});
    const begun = performance.now();
    await expect(checkDatabase("DATABASE_URL", await listen(server))).rejects.toThrow(/does not let us in: timeout/);
    expect(performance.now() - begun).toBeLessThan(8_000);
    server.unref();
    server = undefined;
  }, 10_000);
});
