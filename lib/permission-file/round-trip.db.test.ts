/** Export, apply on an empty portal, export: the same file byte for byte, whatever the tables are. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { loadedPortal } from "@/lib/demo/testing/demo-portal";
import { nameField } from "@/lib/people/name";
import { GROUP_PERMISSIONS, globalPermissionsOf, possibleForAnonymousRole, possibleIn } from "@/lib/policy/catalogue";
import type { ColumnKind } from "@/lib/policy/facts";
import { siteViewer } from "@/lib/session/viewer";
import { textField } from "@/lib/text";
import { findExport } from "./queries/find-export";
import { findTables } from "./queries/find-tables";
import { inOrderOf, type Tables } from "./tables";
import { apply, plan } from "./testing/apply";
import { writeTables } from "./write";

const exported = async (portal: Parameters<typeof siteViewer>[0]) => (await findExport(await siteViewer(portal))) ?? "";

it("is so for the demo's tables", async () => {
  const demo = await loadedPortal();
  const text = await exported(demo.portal);
  expect(text).toContain("absent: delete");
  const empty = await peopledWorld();
  const { answer } = await apply(await empty.site(), text);
  expect(answer).toBe("changed");
  expect(await exported(empty.portal)).toBe(text);
  expect((await plan(await empty.site(), text)).changes).toBe(0);
});

const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { maxLength: 4 });
const valid = (shape: typeof nameField) => (text: string) => shape.safeParse(text).data === text;
const label = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.constantFrom("yes", "null", "1", "~", "# a", "a: b", "- x", "'", "\\n", "&a", "*a", "!x", "\ufffda"),
  )
  .filter(valid(nameField));
const description = fc
  .oneof(
    fc.constant(""),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("a\nb", "a\n\n  b", "x #y\n: z", "\ta", "long ".repeat(60).trim(), 'a\\\ufffd\n"\ufffd'),
  )
  .filter(valid(textField(2000)));
const flags = fc.record({
  internal: fc.boolean(),
  hidden: fc.boolean(),
  open: fc.boolean(),
  public: fc.boolean(),
  published: fc.boolean(),
});
const KEYS = GROUP_PERMISSIONS.map(({ key }) => key);

const cells = (kind: ColumnKind, content: readonly string[]) =>
  fc
    .subarray(KEYS.filter((key) => possibleIn(kind, key) === true && (content.length > 0 || !key.startsWith("post."))))
    .map((some) => inOrderOf(KEYS, some));

const typeOf = (name: string, roles: readonly { name: string; label: string }[]) =>
  fc
    .record({
      label,
      description,
      defaults: flags,
      content: fc.constantFrom<"post"[]>(["post"], []),
      custom: names.map((all) => all.filter((one) => !["anonymous", "outsider", "member", "leader"].includes(one))),
      member: fc.boolean(),
    })
    .chain(({ custom, member, content, ...type }) => {
      const builtIn = (["anonymous", "outsider", "member", "leader"] as const).map((one) => ({
        name: one,
        kind: one as ColumnKind,
        globalRole: null,
        label: fc.constant(`${one.charAt(0).toUpperCase()}${one.slice(1)}`),
      }));
      const own = custom.map((one) => ({ name: one, kind: "custom" as ColumnKind, globalRole: null, label }));
      const tied = (
        [
          ["outsider", "advanced-outsider"],
          ["insider", "insider"],
        ] as const
      ).flatMap(([prefix, kind]) =>
        roles.map((role) => ({
          name: `${prefix}:${role.name}`,
          kind: kind as ColumnKind,
          globalRole: role.name,
          label: fc.constant(role.label),
        })),
      );
      const columns = [...builtIn, ...own, ...tied].map((column) =>
        fc.record({
          name: fc.constant(column.name),
          kind: fc.constant(column.kind),
          globalRole: fc.constant(column.globalRole),
          label: column.label,
          permissions: cells(column.kind, content),
        }),
      );
      return fc
        .record({ columns: fc.tuple(...columns), roles: fc.subarray(custom).map((some) => some.toSorted()) })
        .map(({ columns: all, roles: creators }) => ({
          name,
          ...type,
          content,
          creator: { member, roles: creators },
          columns: all,
        }));
    });

const tables: fc.Arbitrary<Tables> = fc
  .record({
    roles: names.map((all) => all.filter((one) => !["anonymous", "authenticated"].includes(one))),
    types: names,
  })
  .chain(({ roles, types }) => {
    const rights = globalPermissionsOf(types.map((name) => ({ name, label: name }))).map(({ key }) => key);
    const held = (role: string) =>
      fc
        .subarray(rights.filter((key) => role !== "anonymous" || possibleForAnonymousRole(key) === true))
        .map((some) => inOrderOf(rights, some));
    const built = [
      ["anonymous", "Anonymous"],
      ["authenticated", "Authenticated"],
    ].map(([name = "", title = ""]) =>
      fc.record({
        name: fc.constant(name),
        label: fc.constant(title),
        builtIn: fc.constant(true),
        permissions: held(name),
      }),
    );
    const custom = roles.map((name) =>
      fc.record({ name: fc.constant(name), label, builtIn: fc.constant(false), permissions: held(name) }),
    );
    return fc.tuple(...built, ...custom).chain((globalRoles) =>
      fc
        .tuple(
          ...types.map((name) =>
            typeOf(
              name,
              globalRoles.filter(({ builtIn }) => !builtIn),
            ),
          ),
        )
        .map((all) => ({ globalRoles, types: all })),
    );
  });

it("is so for any tables, one after the other on the same portal", { timeout: 240_000 }, async () => {
  const world = await peopledWorld();
  await fc.assert(
    fc.asyncProperty(tables, async (goal) => {
      const text = writeTables(goal);
      expect(await apply(await world.site(), text)).toMatchObject({ answer: "changed" });
      expect((await findTables(world.portal.store.reader)).tables).toEqual(goal);
      expect(await exported(world.portal)).toBe(text);
    }),
    { numRuns: 60 },
  );
});
