/** The page of controls shows all of them: whoever adds one adds it there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const app = new URL("../..", import.meta.url).pathname;
const sources = (folder: string) =>
  readdirSync(join(app, folder))
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => readFileSync(join(app, folder, name), "utf8"));

/** What shows nothing by itself, stands in every frame, or needs an action; what of that can be seen has a part of its own. */
const UNSEEN = ["Providers", "ReaderTimes", "ShortAddresses", "SkipLink", "Underway", "ActionForm", "FormErrors"];

it("is complete", () => {
  const made = sources("_ui").flatMap((text) =>
    [...text.matchAll(/^export (?:async )?function ([A-Z]\w*)/gm)].map(([, name = ""]) => name),
  );
  const shown = [...sources("dev/ui"), ...sources("dev/ui/_parts")].join("\n");
  expect(made.length).toBeGreaterThan(30);
  expect(made.filter((name) => !UNSEEN.includes(name) && !shown.includes(`<${name}`))).toEqual([]);
});
