/** The demo's door in a portal that is no demo: byte for byte an address that nobody made, however one asks. */
import { expect, test } from "@playwright/test";
import { databaseDigest } from "./support/digest";
import { makeWorld } from "./support/personas";
import { address, closePortalHere } from "./support/stand";

const DOOR = "/demo/step-in";
const NOWHERE = "/demo/step-on";

test.afterAll(closePortalHere);

/** Status, headers and body without what differs from request to request and without the path that was asked for. */
async function ask(path: string, method: string, account: string) {
  const response = await fetch(address() + path, {
    method,
    redirect: "manual",
    headers: { origin: address() },
    body: method === "GET" || method === "HEAD" ? undefined : new URLSearchParams({ account }),
  });
  const text = await response.text();
  const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const plain = (words: string) =>
    words
      .replaceAll(nonce ?? "\0", "NONCE")
      .replaceAll("step-in", "STEP")
      .replaceAll("step-on", "STEP");
  const chance = new Set(["date", "x-request-id"]);
  const headers = [...response.headers]
    .filter(([name]) => !chance.has(name))
    .map(([name, value]) => [name, plain(value)]);
  return { status: response.status, headers, body: plain(text) };
}

for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
  test(`T89 ${method} finds no door to step in by`, async () => {
    const { accounts } = await makeWorld();
    const before = await databaseDigest();
    const [door, nowhere] = [await ask(DOOR, method, accounts.member), await ask(NOWHERE, method, accounts.member)];
    expect(door.status).toBe(404);
    expect(door).toEqual(nowhere);
    if (method !== "HEAD") expect(door.body).toContain("There is nothing at this address");
    expect(await databaseDigest()).toBe(before);
  });
}

test("T89 the sign-in page offers nobody, and mail is read by nobody", async () => {
  const page = await (await fetch(`${address()}/sign-in`)).text();
  expect(page).toContain("Sign in");
  expect(page).not.toContain(DOOR);
  expect((await fetch(`${address()}/dev/mail`)).status).toBe(404);
});
