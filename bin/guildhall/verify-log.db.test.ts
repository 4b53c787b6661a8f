/** `verify-log` at a terminal: what it names, and what it exits with. */
import { expect, test } from "vitest";
import { peopledWorld, type World } from "@/db/testing/peopled-world";
import { sealAll } from "@/lib/audit/testing/seal-all";
import { VERIFY_LOG } from "./verify-log";

const line = (event: string) =>
  `insert into audit (event, request_id) values ('${event}', '00000000-0000-4000-8000-000000000001')`;

async function verify({ portal }: World, ...args: string[]) {
  const lines: string[] = [];
  const code = await VERIFY_LOG.run({ portal, args, say: (one) => lines.push(one) });
  return { code, text: lines.join("\n") };
}

test("T77: a sound log is said to be sound, with what still waits; a changed line is named and the exit is 1", async () => {
  const world = await peopledWorld();
  expect(await verify(world, "--head")).toEqual({ code: 1, text: "Nothing is sealed yet." });
  expect((await verify(world)).code).toBe(0);
  for (const event of ["test.one", "test.two"]) await world.owner.query(line(event));
  await sealAll(world.portal, 2);
  await world.owner.query(line("test.three"));
  const sound = await verify(world);
  expect(sound.code).toBe(0);
  expect(sound.text).toMatch(
    /^2 lines under 1 seal, the last of 20.*\nEach says what it said when it was sealed\.\n1 line not sealed yet, the oldest of 20/,
  );
  expect(sound.text).toContain("keep what --head prints elsewhere");

  const head = await verify(world, "--head");
  expect(head.text).toMatch(/^1:[0-9a-f]{64}$/);
  const kept = await verify(world, "--against", head.text);
  expect(kept.code).toBe(0);
  expect(kept.text).toContain("up to it nothing was written anew");
  expect((await verify(world, "--against", head.text.slice(2))).code).toBe(0);

  await world.owner.query("set session_replication_role = replica");
  await world.owner.query("update audit set reason = 'another' where id = 2");
  const changed = await verify(world);
  expect(changed.code).toBe(1);
  expect(changed.text).toContain("  Line 2 was changed (seal 1).\n1 thing not as sealed.");

  // Written anew as a whole, seals and all: only who kept the head can tell.
  await world.owner.query("delete from audit_seal");
  await sealAll(world.portal, 3);
  expect((await verify(world)).code).toBe(0);
  const anew = await verify(world, "--against", head.text);
  expect(anew.code).toBe(1);
  expect(anew.text).toContain("none of these seals");
});

test("says how it is used to whoever asks wrongly", async () => {
  const world = await peopledWorld();
  for (const args of [["--haed"], ["--against"], ["--against", "abc"], ["x"], ["--head", "x"]]) {
    expect(await verify(world, ...args)).toMatchObject({ code: 2 });
  }
});
