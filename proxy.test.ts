import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { proxy } from "./proxy";

const asked = (path: string, init?: { method?: string; headers?: Record<string, string> }) =>
  proxy(
    new NextRequest(`http://localhost:3000${path}`, { ...init, headers: { host: "localhost:3000", ...init?.headers } }),
  );

/** What Next is told to hand on to the page. */
const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
  vi.stubEnv("AUTH_SECRET", "k7Qm2Zx9Wv4Tn8Lp3Rs6Hd1Fg5Jb0YcAaUe");
  vi.stubEnv("PORTAL_URL", "http://localhost:3000");
  vi.stubEnv("GUILDHALL_MODE", "portal");
});

describe("proxy", () => {
  it("T52 gives a page its own nonce, whatever the request brought", () => {
    const hostile = { "content-security-policy": "script-src 'nonce-evil'", "x-nonce": "evil", "x-request-id": "evil" };
    const first = asked("/groups", { headers: hostile });
    const nonce = passedOn(first, "x-nonce") ?? "";
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(passedOn(first, "content-security-policy")).toBe(first.headers.get("content-security-policy"));
    expect(first.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(first.headers.get("content-security-policy")).not.toMatch(/evil|unsafe/);
    expect(passedOn(first, "x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(passedOn(asked("/groups"), "x-nonce")).not.toBe(nonce);
  });

  it("T48 answers a foreign form itself, with a sentence and with every header of a page", async () => {
    const response = asked("/groups", {
      method: "POST",
      headers: { origin: "http://evil.example", "content-length": "1" },
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("not sent from this portal");
    expect(response.headers.get("x-middleware-next")).toBeNull();
    expect(response.headers.get("cache-control")).toBe("private, no-cache, no-store, max-age=0, must-revalidate");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("lets an honest form through, also where files are served", () => {
    const headers = { origin: "http://localhost:3000", "content-length": "1" };
    expect(asked("/groups", { method: "POST", headers }).headers.get("x-middleware-next")).toBe("1");
    expect(asked("/_next/static/x", { method: "POST" }).status).toBe(403);
  });
});
