import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainOf, emailField, parseEmail } from "./email";

describe("T57 addresses", () => {
  it.each([
    ["Ada@Example.ORG", "Ada@example.org", "ada@example.org"],
    ["  ada@example.org ", "ada@example.org", "ada@example.org"],
    ["ada+hall@mail.example.org", "ada+hall@mail.example.org", "ada+hall@mail.example.org"],
    ["o'brien@example.org", "o'brien@example.org", "o'brien@example.org"],
    ["ada@müller.example", "ada@xn--mller-kva.example", "ada@xn--mller-kva.example"],
    ["ａｄａ＠ｅｘａｍｐｌｅ．org", "ada@example.org", "ada@example.org"],
    ["\u212aate@example.org", "Kate@example.org", "kate@example.org"],
  ])("takes %j", (raw, email, key) => {
    expect(parseEmail(raw)).toEqual({ email, key });
  });

  it.each([
    '"e@a"@example.org',
    '"ada"@example.org',
    "ada@evil.example@example.org",
    "ada@example.org,eve@evil.example",
    "ada@example.org;eve@evil.example",
    "Ada <ada@example.org>",
    "ada@example.org\r\nBcc: eve@evil.example",
    "ada\n@example.org",
    "ada\0@example.org",
    "ada(comment)@example.org",
    "ada@[127.0.0.1]",
    "ada@127.0.0.1",
    "ada@localhost",
    "ada@-example.org",
    "ada@example..org",
    ".ada@example.org",
    "ada.@example.org",
    "a..da@example.org",
    "ada\\@example.org",
    "ada @example.org",
    "ada@exa mple.org",
    "ada@example.org/path",
    "ada@example.org:25",
    "ada@example.org?x",
    "ada%00@exam%70le.org%2f",
    "аda@example.org",
    "ada\u200b@example.org",
    "ada@\u202eexample.org",
    "@example.org",
    "ada@",
    "ada",
    "",
    `${"a".repeat(65)}@example.org`,
    `ada@${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.org`,
    "x".repeat(1_000_000),
  ])("refuses number %#", (raw) => {
    expect(parseEmail(raw)).toBeNull();
  });

  it("takes its own answer unchanged, with one @ and nothing a header could break on", () => {
    const spelled = fc.oneof(
      fc.emailAddress(),
      fc.array(fc.constantFrom("a", "@", ".", '"', "\r", "\n", " ", "<", "＠", "é", "-", "example.org"), {
        maxLength: 9,
      }),
    );
    fc.assert(
      fc.property(spelled, (raw) => {
        const address = parseEmail(Array.isArray(raw) ? raw.join("") : raw);
        if (!address) return;
        expect(parseEmail(address.email)).toEqual(address);
        expect(address.email).toMatch(/^[\x21-\x7e]+$/);
        expect(address.email.split("@")).toHaveLength(2);
        expect(address.email).not.toMatch(/["<>(),;:\\\s]/);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("knows a domain however it is spelled", () => {
    expect(domainOf("Example.ORG")).toBe("example.org");
    expect(domainOf("example.org/evil")).toBeNull();
    expect(domainOf("10.0.0.1")).toBeNull();
  });

  it("says the problem at the field", () => {
    expect(emailField.safeParse("nobody").error?.issues[0]?.message).toContain("name@example.org");
  });
});
