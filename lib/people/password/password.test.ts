import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { COMMON_WORDS } from "./common-words";
import { isGuessable } from "./guessable";
import { hashPassword, NOBODYS_HASH, verifyPassword } from "./hash";
import { lengthProblem, newPasswordField } from "./rules";
import { type Turns, takeTurns } from "./turns";

const ADA = ["Ada Byron", "ada.byron@example.org", "guildhall"];

describe("T45 what a password may be", () => {
  it.each([
    "",
    "short",
    "elevenchars",
    "x".repeat(129),
    "x".repeat(10_000_000),
    "tab\tin here twelve",
    "lone \ud800 surrogate",
  ])("refuses a length or a letter (%#)", (raw) => {
    expect(lengthProblem(raw)).not.toBeNull();
    expect(newPasswordField.safeParse(raw).success).toBe(false);
  });

  it.each([
    "x".repeat(12),
    "x".repeat(128),
    "🦊".repeat(12),
    "e\u0301".repeat(12),
    "пароль из слов",
    "  spaces stay  ",
  ])("counts letters, not bytes (%#)", (raw) => {
    expect(lengthProblem(raw)).toBeNull();
  });

  it.each([
    "password1234",
    "P@ssw0rd1234!",
    "passwordpassword",
    "Qwertyuiop123",
    "iloveyouforever",
    "iloveyousomuch1",
    "letmeinletmein",
    "1qaz2wsx3edc",
    "1qaz@WSX3edc",
    "zaq12wsxcde3",
    "q1w2e3r4t5y6",
    "abcabcabcabc",
    "aaaaaaaaaaaa",
    "123456789012",
    "583920174652",
    "abcdefghijklm",
    "Summer2024!!",
    "dragonmonkey2024",
    "ThisIsMyPassword1",
    "correct horse battery staple",
    "Correct-Horse-Battery-Staple!",
    "welcometothejungle",
    "adabyron1815",
    "Byron.Ada.2026",
    "ada.byron@example.org",
    "guildhall2026",
    "MyGuildhall!!",
  ])("refuses %j, which is guessed first", (raw) => {
    expect(lengthProblem(raw)).toBeNull();
    expect(isGuessable(raw, ADA)).toBe(true);
  });

  it.each([
    "xK9#pQ2mvT7w",
    "tulip anchor velvet",
    "k3f9q2-zz-trumpet",
    "sieben Zwerge kochen",
    "пароль из трёх слов",
    "vermilion-otter-quay",
    "Gv7!rWz0kLpe",
  ])("takes %j", (raw) => {
    expect(isGuessable(raw, ADA)).toBe(false);
  });

  it("refuses every common word with what people put behind it: thousands of them", () => {
    const endings = ["1", "123", "1234567890", "2024", "!", "!!!", "123!", "@2025", "007"];
    const common = COMMON_WORDS.flatMap((word) => [
      ...endings.map((ending) => word + ending),
      word + word,
      word + word + word,
      `${word[0]?.toUpperCase()}${word.slice(1)}123456!`,
      word.replaceAll("a", "@").replaceAll("o", "0").replaceAll("e", "3").padEnd(12, "1"),
    ]).filter((password) => password.length >= 12);
    expect(common.length).toBeGreaterThan(1_000);
    expect(common.filter((password) => !isGuessable(password))).toEqual([]);
  });

  it("would take the person's own name if it were not told of it", () => {
    expect(isGuessable("zyxandrea-quimby-1815", [])).toBe(false);
    expect(isGuessable("zyxandrea-quimby-1815", ["Zyxandrea Quimby"])).toBe(true);
  });

  it("T56 comes to an end with the longest password, made of what it looks for", () => {
    expect(isGuessable("p@ssw0rd".repeat(16), ADA)).toBe(true);
    expect(isGuessable(`${"1qaz".repeat(32).slice(0, 127)}x`, ADA)).toBe(true);
  });
});

describe("T45 T46 hashing", () => {
  it("compares exactly: whole, composed or not, nothing trimmed", async () => {
    const kept = await hashPassword("e\u0301clair au chocolat");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(kept, "\u00e9clair au chocolat")).toBe(true);
    expect(await verifyPassword(kept, "éclair au chocolat ")).toBe(false);
    expect(await verifyPassword(kept, "Éclair au chocolat")).toBe(false);
    const long = await hashPassword(`${"x".repeat(127)}y`);
    expect(await verifyPassword(long, `${"x".repeat(127)}z`)).toBe(false);
  });

  it("fits nobody's hash, or what is no hash, with anything", async () => {
    expect(await verifyPassword(NOBODYS_HASH, "")).toBe(false);
    expect(await verifyPassword("not a hash", "x")).toBe(false);
  });

  it("keeps one line for the whole process", () => {
    expect(globalThis).toHaveProperty("guildhallHashing");
  });
});

describe("T46 turns", () => {
  /** How many worked at once, and in which order they came to it. */
  async function watch(line: Turns, people: number) {
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const results = await Promise.allSettled(
      Array.from({ length: people }, (_, n) =>
        line(async () => {
          order.push(n);
          most = Math.max(most, ++running);
          await sleep(1);
          running--;
          if (n === 3) throw new Error("one of them fails");
        }),
      ),
    );
    return { most, order, results };
  }

  it("lets two at once, everybody in the order of coming, and goes on after a failure", async () => {
    const { most, order, results } = await watch(takeTurns(2, 100), 40);
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(results.filter((one) => one.status === "rejected")).toHaveLength(1);
  });

  it("turns away whom the line has no room for, and has room again afterwards", async () => {
    const line = takeTurns(2, 10);
    const { order, results } = await watch(line, 30);
    expect(order).toHaveLength(12);
    const refused = results.filter((one) => one.status === "rejected" && one.reason.code === "busy");
    expect(refused).toHaveLength(18);
    expect((await watch(line, 12)).order).toHaveLength(12);
  });

  it("would let all at once without the line", async () => {
    expect((await watch((work) => work(), 40)).most).toBe(40);
  });
});
