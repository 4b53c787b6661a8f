import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { createGroupRole, createGroupType, renameGroupRole } from "@/lib/group-types/schema";
import { renameSelfShape, signUpShape } from "@/lib/people/schema";
import { createGlobalRole, renameGlobalRole } from "@/lib/permissions/schema";
import { reservedKey } from "@/lib/settings/reserved-key";
import { releaseName, reserveName } from "@/lib/settings/schema";
import { createGroup, editGroup } from "./schema";

/** Every shape of input with a name that people read, and which field that is. */
const NAMED: Readonly<Record<string, readonly [z.ZodObject, string]>> = {
  "a new group": [createGroup, "name"],
  "a renamed group": [editGroup, "name"],
  "an account that signs up": [signUpShape, "name"],
  "an account that renames itself": [renameSelfShape, "name"],
  "a type": [createGroupType, "label"],
  "a group role": [createGroupRole, "label"],
  "a renamed group role": [renameGroupRole, "label"],
  "a global role": [createGlobalRole, "label"],
  "a renamed global role": [renameGlobalRole, "label"],
  "a reserved name": [reserveName, "name"],
  "a released name": [releaseName, "name"],
};

const parsed = (shape: z.ZodObject, field: string, value: string) => {
  const one = shape.shape[field] as z.ZodType | undefined;
  if (!one) throw new Error(`no ${field}`);
  return one.safeParse(value);
};

// Controls, what has no width, what turns the line around, lone surrogates, tags, and letters of private use.
const UNSEEN = [
  ..."\u0000\u0007\u001b\u007f\u0085\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069",
  ..."\ufeff\ufff9\ue000\u3164\uffa0\u2800",
  "\ud800",
  "\u{e0020}",
  "\u{e0041}",
];
const LETTERS = [..."aZéßñİıſωЖаАжعनक漢字0９Ａｂ①ﬁ🦊-’.#&<>"];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 12 }).map((letters) => letters.join(""));

describe.each(Object.entries(NAMED))("T17 the name of %s", (_of, [shape, field]) => {
  it("holds nothing that one does not see, wherever it stands", () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(...UNSEEN), (before, after, unseen) => {
        expect(parsed(shape, field, `${before}${unseen}${after}`).success).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("is stored in one form, however it was typed", () => {
    fc.assert(
      fc.property(word, (name) => {
        const stored = parsed(shape, field, name);
        expect(stored.success).toBe(true);
        expect(stored.data).toBe(name.normalize("NFKC"));
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
          expect(parsed(shape, field, `  ${name.normalize(form)} `).data).toBe(stored.data);
        expect(parsed(shape, field, String(stored.data)).data).toBe(stored.data);
      }),
      { numRuns: 150 },
    );
  });

  it("may look like another: that it is taken is nobody's to know", () => {
    for (const name of ["Admin", "ADMIN", "Аdmin", "admın"]) expect(parsed(shape, field, name).success).toBe(true);
  });
});

describe("T17 what is compared", () => {
  it("reserved names: by compatible form and case, and no further", () => {
    fc.assert(
      fc.property(word, (name) => {
        const key = reservedKey(name);
        for (const same of [name.normalize("NFD"), name.normalize("NFKC"), ` ${name}  `])
          expect(reservedKey(same)).toBe(key);
        expect(reservedKey(key)).toBe(key);
      }),
    );
    expect(reservedKey("ＡＤＭＩＮ")).toBe(reservedKey("admin"));
    expect(reservedKey("Аdmin"), "a Cyrillic letter").not.toBe(reservedKey("admin"));
    expect(reservedKey("ádmin"), "an accent").not.toBe(reservedKey("admin"));
  });
});
