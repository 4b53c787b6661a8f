/**
 * The broken twin of hidden groups, over HTTP: this portal with the predicate “who sees a group” taken out, built and
 * visited by the same doors that compare a hidden group with one that never was. They have to go red there:
 *   npm run test:twin
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "@/bin/place";

const LEFT_HERE = new Set([".git", ".next", ".data", "node_modules", "reports", "test-results"]);

/** Each takes the predicate out of one of its two forms. */
const BREAKS = [
  {
    file: "lib/policy/decide.ts",
    from: `  if (decideGlobal(viewer, "group.bypass").allowed) return true;\n  const { member,`,
    to: "  if (Boolean(viewer)) return true;\n  const { member,",
  },
  {
    file: "lib/groups/visible.ts",
    from: "  if (reached.nothing) return sql`false`;\n  if (reached.everything)",
    to: "  if (Boolean(reached))",
  },
];

/** Doors that ask nothing but to see the group, so that with the predicate out they must tell the two apart. */
const MUST_FALL = [
  "/groups/[slug] knows",
  "/groups/[slug]/join knows",
  "#joinGroupAction knows",
  "#leaveGroupAction knows",
  "#editGroupAction knows",
  "#createJoinLinkAction knows",
];

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
}

const specsOf = (suite: Suite): NonNullable<Suite["specs"]> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

const twin = mkdtempSync(join(tmpdir(), "guildhall-twin-"));
try {
  process.exitCode = visit() ? 0 : 1;
} finally {
  rmSync(twin, { recursive: true, force: true });
}

function visit(): boolean {
  chmodSync(twin, 0o755);
  cpSync(root, twin, {
    recursive: true,
    filter: (path) => join(path) === join(root) || !LEFT_HERE.has(basename(path)),
  });
  const modules = [join(root, "node_modules"), join(twin, "node_modules")] as const;
  // Hard links where there are any: the packages are large and nobody writes to them.
  if (spawnSync("cp", ["-al", ...modules]).status !== 0) cpSync(...modules, { recursive: true });
  for (const one of BREAKS) breakOne(one);
  const node = (args: string[], stdio: "inherit" | "ignore") =>
    spawnSync(process.execPath, args, {
      cwd: twin,
      stdio,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
  const report = join(twin, "doors.json");
  if (node(["bin/launch.mjs", "test", "build"], "inherit").status !== 0) return false;
  node(
    [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--project=doors",
      "-g",
      "knows no hidden group",
      "--reporter=json",
    ],
    "ignore",
  );
  return judge(specsOf(JSON.parse(readFileSync(report, "utf8"))));
}

function breakOne({ file, from, to }: (typeof BREAKS)[number]): void {
  const path = join(twin, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has changed: say anew where its predicate is`);
  writeFileSync(path, text.replace(from, to));
}

function judge(specs: NonNullable<Suite["specs"]>): boolean {
  const fallen = specs.filter(({ ok }) => !ok).map(({ title }) => title);
  const stand = MUST_FALL.filter((door) => !fallen.some((title) => title.includes(door)));
  console.log(`With the predicate out ${fallen.length} of ${specs.length} doors tell the two apart.`);
  for (const door of stand) console.error(`This one should and does not: ${door}`);
  return specs.length > 0 && stand.length === 0;
}
