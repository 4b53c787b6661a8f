import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { readOperatorEnv } from "@/lib/env";
import { freePort } from "./embedded/free-port";
import { refuseDemoDatabase, refuseForDemo, refuseTakenPort } from "./refuse";

describe("the demo", () => {
  it("stands up where nothing leads outside", () => {
    expect(refuseForDemo(readOperatorEnv({}), [])).toBeUndefined();
    expect(refuseForDemo(readOperatorEnv({ HOST: "::1", PORTAL_URL: "http://127.0.0.1:3000" }), [])).toBeUndefined();
  });

  it.each([
    [{ HOST: "0.0.0.0" }, [], /HOST/],
    [{ PORTAL_URL: "https://guild.example.org" }, [], /PORTAL_URL/],
    [{ SMTP_URL: "smtp://mail.example.org" }, [], /SMTP_URL/],
    [{}, ["AUTH_GITHUB_ID"], /AUTH_GITHUB_ID/],
  ])("refuses %j %j", (source, providers, word) => {
    expect(() => refuseForDemo(readOperatorEnv(source), providers)).toThrow(word);
  });
});

it("refuses a demo's database for a portal", () => {
  expect(() => refuseDemoDatabase(true)).toThrow(/set DATABASE_URL to another/);
  expect(refuseDemoDatabase(false)).toBeUndefined();
});

const ownAddresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address));

it.each(["127.0.0.1", "::1"].filter((host) => ownAddresses.includes(host)))(
  "refuses a port that is taken on %s",
  async (host) => {
    const port = await freePort();
    const env = readOperatorEnv({ PORT: String(port) });
    await refuseTakenPort(env, 0);
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, host, done));
    await expect(refuseTakenPort(env, 0)).rejects.toThrow(`Port ${port} is taken`);
    setTimeout(() => other.close(), 150);
    await refuseTakenPort(env, 3_000);
  },
);
