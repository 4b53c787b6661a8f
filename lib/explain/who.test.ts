import { expect, it } from "vitest";
import { rolesOf, whoOf, whoText } from "./who";

const ID = "8d1f4a4e-0000-4000-8000-00000000000a";

it("reads what it writes, and nothing else", () => {
  for (const text of ["visitor", "outsider", "roles:blue,member", ID]) {
    const who = whoOf(text);
    expect(who && whoText(who)).toBe(text);
  }
  expect(whoOf(ID.toUpperCase())).toEqual({ kind: "person", account: ID });
  for (const text of ["", "me", "Visitor", "person", `${ID} `, "x".repeat(5_000), "\0"]) expect(whoOf(text)).toBeNull();
});

it("takes a set of roles as a set; an empty one is any outsider", () => {
  expect(whoOf("roles:blue, member,blue,")).toEqual({ kind: "roles", roles: ["blue", "member"] });
  expect(whoOf("roles:")).toEqual({ kind: "outsider" });
  expect(rolesOf([])).toEqual({ kind: "outsider" });
});
