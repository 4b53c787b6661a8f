import { describe, expect, it } from "vitest";
import {
  EnvError,
  isLoopback,
  neutralEnv,
  plainHttpWarning,
  providerVariables,
  readOperatorEnv,
  readServerEnv,
} from "./env";

const secret = "Zm9vYmFyLXF1dXgtMTIzNDU2Nzg5MC1hYmNkZWZnaGlq";
const whole = { DATABASE_URL: "postgres://app:pw@127.0.0.1:5432/guildhall", AUTH_SECRET: secret };

function complaint(source: Record<string, string | undefined>): string {
  try {
    readServerEnv({ ...whole, ...source });
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "none";
}

describe("what is not set", () => {
  it("has a default that works on this machine alone", () => {
    expect(readServerEnv(whole)).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      PORTAL_URL: "http://localhost:3000",
      secureCookies: false,
      TRUSTED_PROXIES: 0,
      GUILDHALL_MODE: "portal",
      LOG_LEVEL: "info",
    });
  });

  it("counts as unset when it is empty", () => {
    const env = readServerEnv({ ...whole, PORT: "", SMTP_URL: " " });
    expect([env.PORT, env.SMTP_URL]).toEqual([3000, undefined]);
  });

  it("is asked for by name where nothing can be made up", () => {
    expect(complaint({ DATABASE_URL: undefined })).toMatch(/^DATABASE_URL is missing/);
    expect(complaint({ AUTH_SECRET: undefined })).toMatch(/^AUTH_SECRET is missing/);
    expect(readOperatorEnv({}).DATABASE_URL).toBeUndefined();
  });
});

describe("what is wrong", () => {
  it.each([
    ["DATABASE_URL", "mysql://x", /postgres:\/\//],
    ["PORT", "http", /number/],
    ["PORT", "70000", /at most 65535/],
    ["PORT", "3000.5", /whole number/],
    ["PORT", "4190", /browsers refuse/],
    ["PORTAL_URL", "guild.example.org", /https?:\/\//],
    ["PORTAL_URL", "https://guild.example.org/portal", /scheme, host and port alone/],
    ["SMTP_URL", "mail.example.org", /smtps?:\/\//],
    ["TRUSTED_PROXIES", "-1", /at least 0/],
    ["LOG_LEVEL", "loud", /debug/],
    ["GUILDHALL_MODE", "prod", /demo, portal or dev/],
    ["ADMIN_EMAIL", "somebody", /e-mail/],
    ["POSTGRES_WS_PROXY", "nowhere", /host:port/],
  ])("%s=%s is named with what was wanted", (name, value, wanted) => {
    expect(complaint({ [name]: value })).toMatch(new RegExp(`^${name} `));
    expect(complaint({ [name]: value })).toMatch(wanted);
  });

  it("is told all at once", () => {
    expect(complaint({ PORT: "x", LOG_LEVEL: "y" })).toMatch(/PORT .*; LOG_LEVEL /);
  });

  it.each([
    "short",
    "a".repeat(64),
    "please-change-me-please-change-me-1234",
    "my-secret-my-secret-my-secret-0123456789",
  ])("T89: a weak or sample AUTH_SECRET is refused: %s", (weak) => {
    expect(complaint({ AUTH_SECRET: weak })).toMatch(/^AUTH_SECRET /);
    expect(complaint({ CRON_SECRET: weak })).toMatch(/^CRON_SECRET /);
  });
});

describe("the address", () => {
  it("follows PORT, and loses what is more than an origin's", () => {
    expect(readServerEnv({ ...whole, PORT: "4000" }).PORTAL_URL).toBe("http://localhost:4000");
    expect(readServerEnv({ ...whole, PORTAL_URL: "https://guild.example.org/" }).PORTAL_URL).toBe(
      "https://guild.example.org",
    );
  });

  it("makes cookies secure when it is https", () => {
    expect(readServerEnv({ ...whole, PORTAL_URL: "https://guild.example.org" }).secureCookies).toBe(true);
  });

  it("may be http on this machine silently, elsewhere when asked for and with a warning", () => {
    expect(complaint({ PORTAL_URL: "http://guild.example.org" })).toMatch(/ALLOW_HTTP=1/);
    const allowed = readServerEnv({ ...whole, PORTAL_URL: "http://guild.example.org", ALLOW_HTTP: "1" });
    expect(plainHttpWarning(allowed)).toMatch(/not encrypted/);
    expect(plainHttpWarning(readServerEnv(whole))).toBeUndefined();
    expect(plainHttpWarning(readServerEnv({ ...whole, PORTAL_URL: "https://guild.example.org" }))).toBeUndefined();
  });

  it.each(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "guild.localhost"])("%s is this machine", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(["localhost.example.org", "0.0.0.0", "127.0.0.1.example.org", "10.0.0.1", "::", "notlocalhost"])(
    "%s is not",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

it("knows what would switch a sign-in provider on", () => {
  expect(providerVariables({ AUTH_SECRET: "x", AUTH_GITHUB_ID: "1", AUTH_GITHUB_SECRET: "2", AUTH_URL: "u" })).toEqual([
    "AUTH_GITHUB_ID",
    "AUTH_GITHUB_SECRET",
  ]);
});

it("gives tests an environment without anybody's portal in it", () => {
  expect(neutralEnv({ PORT: "4000" })).toMatchObject({ PORT: "4000", DATABASE_URL: undefined, SMTP_URL: undefined });
  expect(neutralEnv({}).PATH).toBeDefined();
});
