import { describe, expect, it } from "vitest";
import { cookieName, cookieOptions } from "./cookies";

const https = { PORTAL_URL: "https://guild.example", secureCookies: true };
const http = { PORTAL_URL: "http://localhost:3000", secureCookies: false };

describe("cookies", () => {
  it("are bound to this very host on https", () => {
    expect(cookieName("session", https)).toBe("__Host-guildhall.session");
    // What the prefix demands: Secure, the whole path, no domain.
    expect(cookieOptions(60, https)).toEqual({ path: "/", httpOnly: true, sameSite: "lax", secure: true, maxAge: 60 });
    expect(cookieOptions(60, https)).not.toHaveProperty("domain");
  });

  it("have plain names on http, one set per port, for cookies know no ports", () => {
    expect(cookieName("session", http)).toBe("guildhall-3000.session");
    expect(cookieName("join", { ...http, PORTAL_URL: "http://localhost:3001" })).toBe("guildhall-3001.join");
    expect(cookieOptions(undefined, http)).toMatchObject({ secure: false, httpOnly: true });
  });
});
