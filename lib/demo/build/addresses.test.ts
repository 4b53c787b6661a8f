import { expect, it } from "vitest";
import { parseEmail } from "@/lib/people/email";
import { WORLD_PEOPLE } from "../world/people";
import { addressesOf } from "./addresses";

it("gives each of the demo's people an address of their own", () => {
  const all = addressesOf(WORLD_PEOPLE.map(({ name }) => name));
  for (const { email } of all) expect(parseEmail(email)).toEqual({ email, key: email });
  expect(new Set(all.map(({ email }) => email)).size).toBe(WORLD_PEOPLE.length);
  expect(addressesOf(["Zoë Björkqvist", "李海燕", "Zoe Bjorkqvist"]).map(({ email }) => email)).toEqual([
    "zoe.bjorkqvist@guildhall.example",
    "person.2@guildhall.example",
    "person.3@guildhall.example",
  ]);
});
