import { describe, expect, it } from "vitest";
import { withFileTexts } from "./file-texts";

const sent = (fields: readonly (readonly [string, string | File])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const read = async (fields: Parameters<typeof sent>[0]) => [...(await withFileTexts(sent(fields), { file: "text" }))];

describe("a file in a form", () => {
  it("stands where its text would have been typed", async () => {
    const file = new File(["from the file"], "x.yaml");
    expect(
      await read([
        ["text", "typed"],
        ["file", file],
        ["reason", "why"],
      ]),
    ).toEqual([
      ["text", "from the file"],
      ["reason", "why"],
    ]);
  });

  it("changes nothing where nobody chose one", async () => {
    expect(
      await read([
        ["text", "typed"],
        ["file", new File([], "")],
      ]),
    ).toEqual([["text", "typed"]]);
  });

  it("T59 counts by its text alone: its name and kind go nowhere", async () => {
    const file = new File(["<svg onload=alert(1)>"], "../../etc/x.svg", { type: "image/svg+xml" });
    expect(await read([["file", file]])).toEqual([["text", "<svg onload=alert(1)>"]]);
  });

  it("is no field of a form that has none for it, nor twice of one", async () => {
    const form = sent([["file", new File(["x"], "x")]]);
    expect(await withFileTexts(form, {})).toBe(form);
    const twice = await read([
      ["file", new File(["x"], "x")],
      ["file", new File(["y"], "y")],
    ]);
    expect(twice).toContainEqual(["file", "several"]);
  });
});
