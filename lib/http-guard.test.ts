import { describe, expect, it } from "vitest";
import {
  answerHeaders,
  BODY_LIMIT,
  contentSecurityPolicy,
  GUARDS,
  isAsset,
  newNonce,
  ownOrigin,
  policyOf,
  refuse,
  trustedHeaders,
} from "./http-guard";

const OWN = "https://guild.example.org";

const post = (headers: Record<string, string>, method = "POST") => ({ method, headers: new Headers(headers) });
const honest = { origin: OWN, "content-length": "12" };

describe("T48 a form of another site", () => {
  const foreign: [string, Record<string, string>][] = [
    ["no Origin", {}],
    ["a null Origin", { origin: "null" }],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["the portal's name as a prefix", { origin: `${OWN}.evil.example` }],
    ["another scheme", { origin: "http://guild.example.org" }],
    ["another port", { origin: `${OWN}:8443` }],
    [
      "a foreign Origin with a forwarded host to match",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
    ["a foreign Origin with a Host to match", { origin: "https://evil.example", host: "evil.example" }],
    ["only a Referer of ours", { referer: `${OWN}/groups` }],
    ["only Sec-Fetch-Site of ours", { "sec-fetch-site": "same-origin" }],
    ["two Origins in one", { origin: `${OWN}, https://evil.example` }],
  ];
  const bodies = ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"];

  it.each(foreign)("T48 is refused with %s, whatever the body", (_, headers) => {
    for (const type of bodies) {
      const request = post({ "content-length": "12", "content-type": type, ...headers });
      expect(refuse(request, OWN)?.status).toBe(403);
    }
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND"])("T48 is refused by the method %s", (method) => {
    expect(refuse(post({ origin: "https://evil.example", "content-length": "0" }, method), OWN)?.status).toBe(403);
    expect(refuse(post(honest, method), OWN)).toBeNull();
  });

  it.each(["GET", "HEAD", "OPTIONS"])("asks nothing of %s, which changes nothing", (method) => {
    expect(refuse(post({ origin: "https://evil.example" }, method), OWN)).toBeNull();
  });

  it("T48 is refused when the portal does not know itself", () => {
    expect(refuse(post({ "content-length": "0" }), null)?.status).toBe(403);
    expect(refuse(post({ "content-length": "0", origin: "null" }), null)?.status).toBe(403);
  });
});

describe("the size of what is sent", () => {
  it("goes up to 256 kB and not a byte further", () => {
    expect(refuse(post({ origin: OWN, "content-length": String(BODY_LIMIT) }), OWN)).toBeNull();
    expect(refuse(post({ origin: OWN, "content-length": String(BODY_LIMIT + 1) }), OWN)?.status).toBe(413);
    expect(refuse(post({ origin: OWN, "content-length": "10485760" }), OWN)?.status).toBe(413);
  });

  it.each(["", "-1", "abc", "1e3", "0x10", "12, 12", "9".repeat(16)])("must be said as a number: %j", (length) => {
    expect(refuse(post({ origin: OWN, "content-length": length }), OWN)?.status).toBe(411);
  });

  it("must be said", () => {
    expect(refuse(post({ origin: OWN, "transfer-encoding": "chunked" }), OWN)?.status).toBe(411);
  });
});

describe("each guard, taken out", () => {
  const attacks: Record<string, Record<string, string>> = {
    foreign: { origin: "https://evil.example", "content-length": "12" },
    unmeasured: { origin: OWN, "transfer-encoding": "chunked" },
    oversized: { origin: OWN, "content-length": "10485760" },
  };

  it("has an attack of its own", () => expect(Object.keys(attacks)).toEqual(Object.keys(GUARDS)));

  it.each(Object.entries(attacks))("without “%s” its attack goes through", (name, headers) => {
    const rest = Object.fromEntries(Object.entries(GUARDS).filter(([other]) => other !== name));
    expect(refuse(post(headers), OWN)).not.toBeNull();
    expect(refuse(post(headers), OWN, rest)).toBeNull();
  });
});

describe("the portal's own origin", () => {
  it("is the configured one, whatever Host says", () => {
    expect(ownOrigin(OWN, "evil.example")).toBe(OWN);
    expect(ownOrigin(OWN, null)).toBe(OWN);
    expect(ownOrigin(OWN, "localhost:3000")).toBe(OWN);
  });

  it("is any loopback name on a loopback portal", () => {
    expect(ownOrigin("http://localhost:3000", "127.0.0.1:3000")).toBe("http://127.0.0.1:3000");
    expect(ownOrigin("http://localhost:3000", "localhost:3000")).toBe("http://localhost:3000");
    expect(ownOrigin("http://127.0.0.1:3000", "[::1]:3000")).toBe("http://[::1]:3000");
  });

  it.each([
    "evil.example:3000",
    "localhost.evil.example:3000",
    "localhost:3000@evil.example",
    "127.0.0.1.nip.io",
    "",
    "a b",
  ])("T48 is never a rebound name: %j", (host) => expect(ownOrigin("http://localhost:3000", host)).toBeNull());
});

describe("T52 a policy or a nonce brought along", () => {
  const hostile = new Headers({
    "content-security-policy": "script-src 'nonce-\"><script>alert(1)</script>'",
    "content-security-policy-report-only": "script-src 'nonce-evil'",
    "x-nonce": '"><script>alert(1)</script>',
    "x-request-id": "evil\u00e9",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    "x-forwarded-port": "1",
    forwarded: "host=evil.example",
    cookie: "kept",
  });
  const set = { csp: "default-src 'self'", nonce: "bm9uY2U=", id: "1" };

  it("T52 is overwritten, always", () => {
    const headers = trustedHeaders(hostile, OWN, set);
    expect(headers.get("content-security-policy")).toBe(set.csp);
    expect(headers.get("content-security-policy-report-only")).toBeNull();
    expect(headers.get("x-nonce")).toBe(set.nonce);
    expect(headers.get("x-request-id")).toBe(set.id);
    expect(headers.get("cookie")).toBe("kept");
  });

  it("T48 the forwarded host is the portal's own or none", () => {
    const headers = trustedHeaders(hostile, OWN, set);
    expect(headers.get("x-forwarded-host")).toBe("guild.example.org");
    expect(headers.get("x-forwarded-proto")).toBe("https");
    expect(headers.get("x-forwarded-port")).toBeNull();
    expect(headers.get("forwarded")).toBeNull();
    expect(trustedHeaders(hostile, null, set).get("x-forwarded-host")).toBeNull();
  });
});

describe("the policy of a page", () => {
  it("T51 allows nothing unsafe, and nobody to frame it (T49)", () => {
    const policy = contentSecurityPolicy("abc", { https: true });
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    for (const none of ["frame-ancestors", "base-uri", "object-src"]) expect(policy).toContain(`${none} 'none'`);
  });

  it("T51 lets a mail that is shown do nothing, and only where mail is shown", () => {
    const looks = "/dev/mail/00000000-0000-4000-8000-000000000000/looks";
    const policy = policyOf(looks, "page", { showsMail: true });
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(policy).toMatch(/; sandbox (?!.*allow-(scripts|forms|popups))/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policyOf(looks, "page", { showsMail: false })).toBe("page");
    for (const other of ["/dev/mail", "/dev/mail/x", `${looks}/x`, `/x${looks}`]) {
      expect(policyOf(other, "page", { showsMail: true })).toBe("page");
    }
  });

  it("has a nonce of 128 bits, never the same, that needs no escaping", () => {
    const nonces = new Set(Array.from({ length: 1000 }, newNonce));
    expect(nonces.size).toBe(1000);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});

describe("the headers of an answer", () => {
  const page = answerHeaders("/groups", "csp", true);

  it("T49 T61 keep a page private, unframed and to itself", () => {
    expect(page).toMatchObject({
      "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
      "content-security-policy": "csp",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
  });

  it("ask for https only where there is https", () => {
    expect(page["strict-transport-security"]).toMatch(/^max-age=\d{8}$/);
    expect(answerHeaders("/groups", "csp", false)).not.toHaveProperty("strict-transport-security");
  });

  it("keep join links out of every index", () => {
    for (const path of ["/join/abc", "/join", "/%6Aoin/abc", "/join/"]) {
      expect(answerHeaders(path, "csp", false)).toHaveProperty("x-robots-tag", "noindex");
    }
    for (const path of ["/", "/joiners", "/groups/join"]) {
      expect(answerHeaders(path, "csp", false)).not.toHaveProperty("x-robots-tag");
    }
  });

  it("T61 let only the build's own files be kept by a shared cache", () => {
    const asset = answerHeaders("/_next/static/chunks/a.js", "script-src 'nonce-abc'", false);
    expect(asset).not.toHaveProperty("cache-control");
    expect(JSON.stringify(asset)).not.toContain("nonce");
    for (const path of ["/", "/groups", "/_next/data/x", "/_next/staticx", "/x/icon.svg", "/icon.svg/x"]) {
      expect(isAsset(path)).toBe(false);
    }
  });
});
