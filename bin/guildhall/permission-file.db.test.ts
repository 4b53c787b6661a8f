/** The command line's three words for tables as a file, with what they print and how they end. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { sealAll } from "@/lib/audit/testing/seal-all";
import { verifyLog } from "@/lib/audit/verify";
import { COMMANDS } from "./commands";

async function shell() {
  const at = await peopledWorld({
    roles: { member: ["group.request"] },
    types: { club: { outsider: ["group.view"], member: ["group.view"] } },
    accounts: { root: { owner: true }, bob: { roles: ["member"] } },
    groups: { scouts: { type: "club", members: ["bob"] } },
  });
  const folder = mkdtempSync(join(tmpdir(), "guildhall-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "tables.yaml");
  const run = async (name: string, ...args: string[]) => {
    const said: string[] = [];
    const command = COMMANDS.find((one) => one.name === name);
    const code = await command?.run({ portal: at.portal, args, say: (line) => said.push(line) });
    return { code, said: said.join("\n") };
  };
  return { at, file, run };
}

it("writes, plans with people counted, and applies what was planned", async () => {
  const { at, file, run } = await shell();
  expect(await run("export", "--out", file)).toEqual({ code: 0, said: "" });
  const text = readFileSync(file, "utf8");
  expect((await run("export")).said).toBe(text.trimEnd());
  expect((await run("plan", file)).said).toBe("The tables are as the file says: there is nothing to do.");
  writeFileSync(
    file,
    text
      .replace("      - group.request\n", "")
      .replace("label: member\n    permissions:", "label: member\n    permissions: []"),
  );
  const planned = await run("plan", file);
  expect(planned.code).toBe(0);
  expect(planned.said).toContain("− Request non-public groups: no more for member.");
  expect(planned.said).toContain("1 person would be removed from 1 group.");
  expect(await at.members("scouts")).toEqual(["bob"]);
  const fingerprint = /--plan (\S+)/.exec(planned.said)?.[1] ?? "";
  expect((await run("apply", file, "--plan", fingerprint, "--reason", "As agreed.")).code).toBe(0);
  expect(await at.members("scouts")).toEqual([]);
  expect((await run("export")).said).toBe(readFileSync(file, "utf8").trimEnd());
  const stale = await run("apply", file, "--plan", fingerprint);
  expect(stale.code).toBe(1);
  expect(stale.said).toContain("the portal: Took “Request non-public groups” from “member”.");
});

it("applies to a backup that was loaded into another server, before the portal ever started there", async () => {
  const { at, file, run } = await shell();
  const base = (by: number) =>
    at.owner.query(
      `create or replace function audit_base() returns bigint language sql stable as 'select ${by}::bigint'`,
    );
  const line = "insert into audit (event, request_id) values ('test.one', gen_random_uuid())";
  await base(1_000_000);
  await at.owner.query(line);
  expect(await sealAll(at.portal, 1)).toBe(1);
  await base(0);
  // The guard that is in the way: what is written would lie in a stretch that is sealed.
  await expect(at.owner.query(line)).rejects.toMatchObject({ code: "GH004" });
  await run("export", "--out", file);
  writeFileSync(file, readFileSync(file, "utf8").replace("      - group.request\n", "      - group.manage\n"));
  expect(await run("apply", file)).toMatchObject({ code: 0, said: expect.stringContaining("Done.") });
  const { waiting } = await verifyLog(at.portal);
  expect(await sealAll(at.portal, waiting.lines)).toBe(waiting.lines);
  expect(await verifyLog(at.portal)).toMatchObject({ faults: [], lines: 1 + waiting.lines, waiting: { lines: 0 } });
});

it("ends with 2 where it was asked wrongly or the file is wrong, and with 1 where the portal refuses", async () => {
  const { file, run } = await shell();
  for (const asked of [
    ["export", "x"],
    ["plan"],
    ["plan", file, "y"],
    ["apply"],
    ["apply", file, "--plan"],
    ["apply", file, "--force", "x"],
  ] as const) {
    const [name, ...args] = asked;
    expect((await run(name, ...args)).code, asked.join(" ")).toBe(2);
  }
  writeFileSync(file, "guildhall: permissions 1\ntyps: {}\n");
  expect(await run("apply", file)).toEqual({
    code: 2,
    said: `${file}: line 2, typs: there is no key “typs” – “types”?`,
  });
  writeFileSync(file, "guildhall: permissions 1\nabsent: delete\ntypes: {}\n");
  const refused = await run("apply", file);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("line 3, types: deleting the type “club”: there are groups of this type");
  await expect(run("plan", "no-such-file")).rejects.toThrow(/no-such-file cannot be read/);
});
