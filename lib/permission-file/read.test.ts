import { describe, expect, it } from "vitest";
import { readPermissionFile } from "./read";
import { FORMAT, LONGEST } from "./schema";
import { problemLine } from "./sentences";

const head = `guildhall: ${FORMAT}\n`;
const problems = (text: string) => readPermissionFile(text).problems.map(problemLine);

describe("a file that is wrong", () => {
  it.each<[string, string, string]>([
    ["no first line", "types: {}", "guildhall: The file begins with “guildhall: permissions 1”."],
    [
      "another format",
      "guildhall: permissions 2",
      "line 1, guildhall: The file begins with “guildhall: permissions 1”.",
    ],
    ["nothing", "", "Invalid input: expected object, received null"],
    ["an unknown section", `${head}typs: {}`, "line 2, typs: there is no key “typs” – “types”?"],
    [
      "an unknown key",
      `${head}types:\n  squad:\n    lable: Squad`,
      "line 4, types.squad.lable: there is no key “lable” – “label”?",
    ],
    [
      "an unknown key of a role",
      `${head}globalRoles:\n  blue: { permission: [] }`,
      "line 3, globalRoles.blue.permission: there is no key “permission” – “permissions”?",
    ],
    [
      "a default that is none",
      `${head}types:\n  squad:\n    defaults: { opn: true }`,
      "line 4, types.squad.defaults.opn: there is no key “opn” – “open”?",
    ],
    [
      "a name that is none",
      `${head}types:\n  Squad: {}`,
      "line 3, types.Squad: Small letters, digits and hyphens, beginning with a letter.",
    ],
    [
      "neither list nor keys",
      `${head}globalRoles:\n  blue: group.request`,
      "line 3, globalRoles.blue: Write { label: …, permissions: […] }.",
    ],
    [
      "a flag that is a word",
      `${head}types: { squad: { defaults: { open: maybe } } }`,
      "line 2, types.squad.defaults.open: Write true or false.",
    ],
    ["absent that is no word", `${head}absent: remove`, "line 2, absent: Write keep or delete."],
    ["a key twice", `${head}absent: keep\nabsent: delete`, "line 3: Map keys must be unique"],
    [
      "an alias",
      `${head}types:\n  a: &x {}\n  b: *x`,
      "line 3: Anchors and aliases (& and *) are not read: write it out.",
    ],
    [
      "torn",
      `${head}types: [`,
      "line 2: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    ["not UTF-8", `${head}# \ufffd`, "not written in UTF-8"],
    ["too long", `#${"x".repeat(LONGEST)}`, "longer than 200,000 characters"],
  ])("is told of %s", (_what, text, said) => expect(problems(text)[0]).toBe(said));

  it("is refused before a bomb of aliases goes off", () => {
    const bomb = Array.from({ length: 30 }, (_, n) => `  a${n}: &a${n} [${n ? `*a${n - 1}, *a${n - 1}` : "x"}]`).join(
      "\n",
    );
    expect(problems(`${head}types:\n${bomb}`)).toHaveLength(1);
  });

  it("is told of several at once, each with its line", () => {
    expect(
      problems(`${head}types:\n  squad: { lable: x }\nglobalRoles:\n  Blue: {}`).map((one) => one.split(",")[0]),
    ).toEqual(["line 5", "line 3"]);
  });
});

it("takes a list for a role, and keeps what is absent unless told otherwise", () => {
  const { file } = readPermissionFile(`${head}globalRoles:\n  blue: [group.request]`);
  expect(file).toEqual({ guildhall: FORMAT, absent: "keep", globalRoles: { blue: ["group.request"] } });
});
