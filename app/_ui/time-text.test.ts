import { expect, it } from "vitest";
import { localText, utcText } from "./time-text";

const lateEvening = new Date("2026-03-04T23:05:00Z");

it("is written in UTC and says so", () => {
  expect(utcText(lateEvening, "moment")).toBe("4 Mar 2026, 23:05 UTC");
  expect(utcText(lateEvening, "day")).toBe("4 March 2026");
});

it("is written in the reader's zone, where it may be another day", () => {
  expect(localText(lateEvening, "moment", "Asia/Tokyo")).toBe("5 Mar 2026, 08:05");
  expect(localText(lateEvening, "day", "Asia/Tokyo")).toBe("5 March 2026");
});
