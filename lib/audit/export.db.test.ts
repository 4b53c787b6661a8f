import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { stillPortal } from "@/db/testing/portal";
import type { Viewer } from "@/lib/session/viewer";
import { findViewer } from "@/lib/session/viewer";
import { type Asked, exportLog } from "./export";

const WHOLE: Asked = { group: null, query: {}, format: "csv" };

async function textOf(viewer: Viewer, asked: Asked = WHOLE, atMost?: number): Promise<string> {
  const file = await exportLog(viewer, asked, atMost);
  if (file?.kind !== "file") throw new Error(`no file: ${file?.kind}`);
  let text = "";
  for await (const part of file.parts) text += part;
  return text;
}

const NASTY = ["=HYPERLINK(1)", "+1", "-1", "@x", 'a,"b"', "\u001b[31mred", "line\nbreak", "\u202eevil"];

test("T53: every line of the log is a row of the file, and no cell of it runs", async () => {
  const world = await peopledWorld({ accounts: { ada: {} }, groups: { hill: {}, dale: { hidden: true } } });
  for (const [n, name] of NASTY.entries())
    await world.owner.query(
      `insert into audit (event, actor_id, actor_name, account_id, account_name, group_id, group_name, reason, after, request_id)
       values ('member.removed', $1, $2, $1, $2, $3, $2, $2, $4, gen_random_uuid())`,
      [world.id("ada"), name, n % 2 ? world.id("hill") : null, JSON.stringify({ [name]: name })],
    );
  await world.owner.query(
    `insert into audit (event, request_id) select 'test.many', gen_random_uuid() from generate_series(1, 2500)`,
  );
  const text = await textOf(await world.as("root"));
  expect(text.startsWith("\uFEFFLine,")).toBe(true);
  const [header, ...rows] = parse(text, { bom: true, record_delimiter: "\r\n" }) as string[][];
  expect(header).toHaveLength(15);
  expect(rows).toHaveLength(2_508);
  expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/);
  expect(rows.at(-1)?.slice(3, 7)).toEqual(["member.removed", "'=HYPERLINK(1)", "'=HYPERLINK(1)", ""]);
  expect(new Set(rows.map(([id]) => id)).size).toBe(2_508);
});

test("T55: as JSON each line of the file is one object, whatever its names hold", async () => {
  const world = await peopledWorld();
  for (const name of NASTY)
    await world.owner.query(
      "insert into audit (event, account_id, account_name, reason, request_id) values ('account.renamed', gen_random_uuid(), $1, $1, gen_random_uuid())",
      [name],
    );
  const lines = (await textOf(await world.as("root"), { ...WHOLE, format: "jsonl" })).trimEnd().split("\n");
  expect(lines).toHaveLength(NASTY.length);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: "account.renamed" });
});

test("T78: the file holds what its reader would be shown, and is none for whoever may not read", async () => {
  const world = await peopledWorld({
    roles: { auditor: ["audit.view"] },
    types: { club: { outsider: ["group.view"], leader: ["audit.view"] } },
    accounts: { root: { owner: true }, ann: { roles: ["auditor"] }, lea: {}, joe: {} },
    groups: { hill: { leaders: ["lea"] }, dale: { hidden: true } },
  });
  for (const group of ["hill", "dale"])
    await world.owner.query(
      "insert into audit (event, group_id, group_name, request_id) values ('group.edited', $1, $2, gen_random_uuid())",
      [world.id(group), group],
    );
  expect(await textOf(await world.as("root"))).toContain("dale");
  const seen = await textOf(await world.as("ann"));
  expect(seen).toContain("hill");
  expect(seen).not.toContain("dale");
  const own = await textOf(await world.as("lea"), { ...WHOLE, group: "hill-aaaaaa" });
  expect(own).toContain("hill");
  for (const [who, group] of [
    ["lea", null],
    ["joe", "hill-aaaaaa"],
    ["ann", "dale-aaaaaa"],
    ["lea", "nothing-abc234"],
  ] as const)
    expect(await exportLog(await world.as(who), { ...WHOLE, group })).toBeNull();
});

test("T74: so many files an hour, and no more lines than a file may have; a file that is not whole says so", async () => {
  const world = await peopledWorld();
  await world.owner.query(
    `insert into audit (event, request_id) select 'test.many', gen_random_uuid() from generate_series(1, 2550)`,
  );
  const root = await findViewer(await stillPortal(world.clone.appUrl), { account: world.id("root") });
  const rows = parse(await textOf(root, WHOLE, 2_500), { bom: true, relax_column_count: true }) as string[][];
  expect(rows).toHaveLength(2_502);
  expect(rows.at(-1)?.[2]).toContain("Only the newest 2,500 lines");
  for (let n = 1; n < 30; n++) expect((await exportLog(root, WHOLE))?.kind).toBe("file");
  expect((await exportLog(root, WHOLE))?.kind).toBe("too-often");
});
