import { expect, it } from "vitest";
import { toldApart } from "./told-apart";

const apart = (...names: string[]) =>
  [...toldApart(names.map((name, at) => ({ name, slug: `${at}` })))].map((slug) => names[Number(slug)]);

it("T17 groups of one name, and names of two scripts, are shown with their addresses", () => {
  expect(apart("Scouts", "Choir")).toEqual([]);
  expect(apart("Scouts", "SCOUTS", "Choir", "Scóuts")).toEqual(["Scouts", "SCOUTS", "Scóuts"]);
  expect(apart("Аdmin", "Admin"), "a Cyrillic letter").toEqual(["Аdmin"]);
  expect(apart("Αlpha", "Αλφα", "Хор")).toEqual(["Αlpha"]);
});
