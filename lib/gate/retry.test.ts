import { describe, expect, it, vi } from "vitest";
import { isLostRace, isTimeout, pauseBefore } from "./retry";

const pg = (code: string) => Object.assign(new Error("from PostgreSQL"), { code });
const wrapped = (code: string) => new Error("from the driver", { cause: pg(code) });

describe("a failure", () => {
  it.each(["40P01", "40001", "GH003", "23505"])("with %s is a lost race, however it is wrapped", (code) => {
    expect(isLostRace(pg(code))).toBe(true);
    expect(isLostRace(wrapped(code))).toBe(true);
    expect(isTimeout(pg(code))).toBe(false);
  });

  it.each(["23503", "23514", "42501", "GH001", "GH002", "57014"])("with %s is none", (code) => {
    expect(isLostRace(wrapped(code))).toBe(false);
  });

  it("with 57014 took too long", () => {
    expect(isTimeout(pg("57014"))).toBe(true);
    expect(isTimeout(wrapped("57014"))).toBe(true);
  });

  it.each([null, undefined, "23505", 7, {}, { code: 23505 }, new Error("plain")])("like %j is neither", (error) => {
    expect(isLostRace(error)).toBe(false);
    expect(isTimeout(error)).toBe(false);
  });
});

describe("the pause before another try", () => {
  it("is a few milliseconds at first, at most doubles with every try, and differs from one to the next", async () => {
    const asked = vi.spyOn(globalThis, "setTimeout");
    for (const tries of [0, 1, 2, 3, 4]) {
      asked.mockClear();
      await Promise.all(Array.from({ length: 20 }, () => pauseBefore(tries)));
      const waits = asked.mock.calls.map(([, wait]) => wait ?? Number.NaN);
      expect(waits).toHaveLength(20);
      expect(Math.max(...waits)).toBeLessThanOrEqual(10 * 2 ** tries);
      expect(new Set(waits).size).toBeGreaterThan(1);
    }
    asked.mockRestore();
  });
});
