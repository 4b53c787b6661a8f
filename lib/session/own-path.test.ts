import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

const HERE = "https://guild.example/sign-in?next=x";
const leadsTo = (wanted: unknown) => new URL(ownPath(wanted, "/home"), HERE);

describe("T42 the page after sign-in", () => {
  it.each(["/groups", "/groups/scouts-k3f9q2?tab=members", "/join/ghj_abc-DEF_123", "/admin/people/permissions"])(
    "is the one asked for: %s",
    (path) => {
      expect(ownPath(path, "/home")).toBe(path);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "https://guild.example@evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2f%2fevil.example/%5c",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "/ok\r\nSet-Cookie: a=b",
    "javascript:alert(1)",
    "data:text/html,x",
    "groups",
    "",
    "@evil.example",
    "/sign-in",
    "/api/auth/signout",
    `/${"x".repeat(600)}`,
    null,
    7,
    ["/groups"],
  ])("is home for %j", (wanted) => {
    expect(ownPath(wanted, "/home")).toBe("/home");
  });

  const spelling = fc
    .array(
      fc.constantFrom(
        "/",
        "//",
        "\\",
        "evil.example",
        "https:",
        "http:",
        "@",
        ":",
        ".",
        "..",
        "%2f",
        "%5C",
        "%0d%0a",
        "\t",
        "\n",
        "\r",
        " ",
        "\0",
        "?",
        "#",
        "join",
        "guild.example",
        "[::1]",
        "javascript:",
        "\u2028",
        "／",
        "。",
        "&",
        ";",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(""));

  it("never leads away, over 5,000 spellings", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          spelling,
          spelling.map((s) => `/${s}`),
          fc.webUrl(),
          fc.string(),
        ),
        (wanted) => {
          const target = leadsTo(wanted);
          expect(target.origin).toBe("https://guild.example");
          expect(target.pathname.startsWith("//")).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
  }, 60_000);

  it("would lead away with a guard that only asks for a slash", () => {
    const careless = (wanted: string) => (wanted.startsWith("/") ? wanted : "/home");
    const run = () =>
      fc.assert(
        fc.property(
          spelling.map((s) => `/${s}`),
          (wanted) =>
            URL.canParse(careless(wanted), HERE) && new URL(careless(wanted), HERE).origin === "https://guild.example",
        ),
        { numRuns: 5_000 },
      );
    expect(run).toThrow();
  }, 60_000);
});
