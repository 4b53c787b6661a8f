import { expect, it } from "vitest";
import { asWhom } from "./sentences";

const seat = { group: "Scouts", member: true, roles: [], leads: false };

it.each([
  [{ as: "visitor" as const, roles: [], seat: null }, "a visitor"],
  [{ as: "account" as const, roles: [], seat: null }, "somebody with an account and no role"],
  [{ as: "account" as const, roles: ["Blue"], seat: null }, "somebody with the role Blue"],
  [
    { as: "account" as const, roles: ["Blue", "Red", "Grey"], seat: null },
    "somebody with the roles Blue, Red and Grey",
  ],
  [{ as: "account" as const, roles: [], seat }, "somebody with an account and no role, a member of Scouts"],
  [
    { as: "account" as const, roles: ["Blue"], seat: { ...seat, roles: ["Officer", "Clerk"] } },
    "somebody with the role Blue, a member of Scouts (Officer, Clerk)",
  ],
  [
    { as: "account" as const, roles: ["Blue"], seat: { ...seat, leads: true } },
    "somebody with the role Blue, in Scouts and in charge of it",
  ],
  [
    { as: "account" as const, roles: ["Blue"], seat: { ...seat, member: false, leads: true } },
    "somebody with the role Blue, in charge of Scouts without being in it",
  ],
])("says as whom one looks: %#", (described, words) => {
  expect(asWhom(described)).toBe(words);
});
