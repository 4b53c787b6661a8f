import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { stillPortal } from "@/db/testing/portal";
import { fold } from "@/lib/fold";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { findViewer } from "@/lib/session/viewer";
import { addMember } from "../commands/add-member";
import { joinGroup } from "../commands/join-group";
import { readList } from "../read-list";
import { listMembers, type MemberQuery } from "./list-members";
import { listMembersAsCsv } from "./list-members-as-csv";
import type { MemberLine } from "./member-lines";

const SLUG = "scouts-aaaaaa";
const NAMES = ["Ánna", "anton", "Bert", "Zoë", "=HYPERLINK(1)", "+49 30"];

async function club(): Promise<World> {
  const crowd = Object.fromEntries(NAMES.map((name) => [name, { roles: ["member"] }]));
  const at = await peopledWorld({
    roles: { member: ["group.request"] },
    types: {
      club: {
        outsider: ["group.view", "member.join"],
        member: ["group.view", "member.list"],
        leader: ["member.list", "member.administer", "link.manage"],
        officer: [],
      },
    },
    accounts: { root: { owner: true }, kim: {}, ...crowd },
    groups: { scouts: { open: true, leaders: ["kim"], members: { Bert: ["officer"] } } },
  });
  for (const name of NAMES) await at.rows(sql`update account set name_key = ${fold(name)} where id = ${at.id(name)}`);
  const add = async (name: string, until: string | null) =>
    addMember(await at.as("kim"), { group: SLUG, account: at.id(name), roles: [], until });
  await add("Zoë", "2099-12-31T23:59:59.000Z");
  await add("=HYPERLINK(1)", null);
  await add("+49 30", null);
  for (const name of ["anton", "Ánna"]) await joinGroup(await at.as(name), { group: SLUG, note: "" });
  return at;
}

async function found(viewer: Viewer, query: MemberQuery): Promise<string[]> {
  const lines: MemberLine[] = [];
  for (let after: string | null = null, n = 0; n === 0 || after; n++) {
    const list = await listMembers(viewer, SLUG, { ...query, after }, 2);
    lines.push(...(list?.lines ?? []));
    after = list?.next ?? null;
  }
  return lines.map(({ account }) => account.name);
}

async function text(lines: AsyncGenerator<string> | null): Promise<string> {
  let whole = "";
  for await (const part of lines ?? []) whole += part;
  return whole;
}

describe("members", () => {
  it("are found by the beginning of their name, by role, by how they came, and by whether it ends, page by page", async () => {
    const at = await club();
    const kim = await at.as("kim");
    expect(await found(kim, { q: "AN", sort: "name" })).toEqual(["Ánna", "anton"]);
    expect(await found(kim, { role: "officer" })).toEqual(["Bert"]);
    expect(await found(kim, { how: "joined" })).toEqual(["anton", "Ánna"]);
    expect(await found(kim, { ends: true })).toEqual(["Zoë"]);
    expect(await found(kim, { sort: "name" })).toEqual(["+49 30", "=HYPERLINK(1)", "Ánna", "anton", "Bert", "Zoë"]);
    expect((await found(kim, {})).length).toBe(6);
    expect(await found(kim, { q: "\0%_", role: "\0" })).toEqual([]);
  });

  it("say who let them in only to whoever tends them", async () => {
    const at = await club();
    const told = async (who: string) =>
      (await listMembers(await at.as(who), SLUG, { q: "zoe" }))?.lines.map(({ by }) => by);
    expect(await told("kim")).toEqual(["kim"]);
    expect(await told("anton")).toEqual([null]);
    expect(await told("Zoë"), "and to themself").toEqual(["kim"]);
  });

  it("T53 are a file that a spreadsheet opens and runs nothing of, and that the portal reads again", async () => {
    const at = await club();
    const file = await text(await listMembersAsCsv(await at.as("kim"), SLUG, { sort: "name" }, ""));
    expect(file.startsWith("\uFEFFName,Title,Roles,Leads,Since,Until,How\r\n")).toBe(true);
    expect(file).toContain("'=HYPERLINK(1)");
    for (const line of file.slice(1).trimEnd().split("\r\n")) expect(line).not.toMatch(/(^|,)"?[=+\-@]/);
    const rows = readList(file, "2026-01-01").rows;
    expect(rows.map(({ who }) => who)).toEqual(["+49 30", "=HYPERLINK(1)", "Ánna", "anton", "Bert", "Zoë"]);
    expect(rows.at(-1)?.until).toBe("2099-12-31");
    expect(rows[4]?.roles).toEqual(["Officer"].map((label) => label.toLowerCase()));
  });

  it("are no file for those who may not list them, nor without end for those who may", async () => {
    const at = await club();
    await at.rows(sql`delete from group_grant where role = 'member' and permission = 'member.list'`);
    await at.rows(sql`update policy set version = version + 1`);
    expect(await listMembersAsCsv(await at.as("anton"), SLUG, {}, "")).toBeNull();
    expect(await listMembersAsCsv(await at.as("kim"), "none-aaaaaa", {}, "")).toBeNull();
    const kim = await findViewer(await stillPortal(at.clone.appUrl), { account: at.id("kim") });
    for (let n = 0; n < 30; n++) await listMembersAsCsv(kim, SLUG, {}, "");
    await expect(listMembersAsCsv(kim, SLUG, {}, "")).rejects.toThrow(Refusal);
  });

  it("stop in the middle of the file for whoever loses the right", async () => {
    const at = await club();
    await at.rows(sql`insert into account (name, name_key, active)
      select 'Crowd ' || n, 'crowd ' || n, true from generate_series(1, 600) n`);
    await at.rows(sql`insert into membership (group_id, account_id, how)
      select ${at.id("scouts")}::uuid, id, 'added' from account where name like 'Crowd %'`);
    const kim = await at.as("kim");
    expect((await text(await listMembersAsCsv(kim, SLUG, {}, ""))).split("\r\n")).toHaveLength(1 + 606 + 1);
    const lines = await listMembersAsCsv(kim, SLUG, {}, "");
    await lines?.next();
    await lines?.next();
    await at.rows(sql`delete from leader`);
    await expect(lines?.next()).rejects.toThrow(Refusal);
  });
});
