import { expect, it } from "vitest";
import { initials } from "./avatar";

it.each([
  ["Alice Aldermann", "AA"],
  ["bob", "B"],
  ["  Mary  Ann van Dyke ", "MD"],
  ["👩‍🚀 Vega", "👩‍🚀V"],
  ["Łucja Nguyễn", "ŁN"],
  ["", "·"],
  ["   ", "·"],
])("initials of %j are %j", (name, letters) => expect(initials(name)).toBe(letters));
