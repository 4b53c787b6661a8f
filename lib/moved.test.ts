import { expect, it } from "vitest";
import { moved } from "./moved";

it("moves one by one step, and nothing past an end or out of nowhere", () => {
  const list = ["a", "b", "c"];
  expect(moved(list, "b", "up")).toEqual(["b", "a", "c"]);
  expect(moved(list, "b", "down")).toEqual(["a", "c", "b"]);
  expect(moved(list, "a", "up")).toBeNull();
  expect(moved(list, "c", "down")).toBeNull();
  expect(moved(list, "d", "up")).toBeNull();
  expect(moved(list, "d", "down")).toBeNull();
  expect(moved([], "d", "down")).toBeNull();
});
