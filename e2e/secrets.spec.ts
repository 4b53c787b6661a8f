/** What lies on the server stays there: no source, no secret, no map reaches a browser. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { address } from "./support/stand";

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });

test("T63 nothing of the server is served", async () => {
  const paths = ["/.env", "/package.json", "/.next/BUILD_ID", "/.next/server/app-paths-manifest.json", "/.git/config"];
  for (const path of [...paths, "/.data/demo/secrets.json", "/lib/env.ts", "/_next/static/../server/middleware.js"]) {
    const { status } = await fetch(address() + path, { redirect: "manual" });
    expect(status, path).toBe(404);
  }
});

test("T63 what browsers are sent holds no secret, no statement and no map", () => {
  const secrets = Object.values<string>(
    JSON.parse(readFileSync(join(process.env.E2E_FOLDER ?? "", "secrets.json"), "utf8")),
  );
  const sent = files(".next/static");
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((path) => path.endsWith(".map"))).toEqual([]);
  for (const path of sent.filter((one) => /\.(js|css|json)$/.test(one))) {
    const text = readFileSync(path, "utf8");
    for (const secret of secrets) expect(text.includes(secret), path).toBe(false);
    expect(/DATABASE_URL|AUTH_SECRET|group_listing|join_link_opening|for share of/.test(text), path).toBe(false);
  }
});
