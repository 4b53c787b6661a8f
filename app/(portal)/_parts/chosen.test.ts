import { expect, it } from "vitest";
import { chosenBefore, withChosen } from "./chosen";

it("comes back as it was chosen, beside whatever else the address asks for", () => {
  const path = withChosen("/admin/people?q=a%26b", ["one", "two"]);
  const url = new URL(path, "http://localhost");
  expect([url.pathname, url.searchParams.get("q")]).toEqual(["/admin/people", "a&b"]);
  expect([...chosenBefore(Object.fromEntries(url.searchParams))]).toEqual(["one", "two"]);
});

it("is nothing where nothing was chosen", () => {
  expect(withChosen("/admin/group", [])).toBe("/admin/group");
  expect(chosenBefore({}).size).toBe(0);
  expect(chosenBefore({ chosen: ["a", "b"] }).size).toBe(0);
});
