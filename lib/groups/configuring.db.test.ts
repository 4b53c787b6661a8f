import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { peopledWorld } from "@/db/testing/peopled-world";
import { configureGroup } from "./commands/configure-group";
import { findGroup } from "./queries/find-group";

const HIDDEN = "vault-aaaaaa";

async function world() {
  return peopledWorld({
    types: {
      club: {
        outsider: ["group.view"],
        member: ["group.view", "group.edit", "member.administer"],
        keeper: ["group.configure"],
      },
    },
    accounts: { root: { owner: true }, kim: {}, ann: {}, stranger: {} },
    groups: { vault: { hidden: true, members: { kim: ["keeper"], ann: [] } } },
  });
}

it("T12 nobody brings a hidden group to light but who may configure it, and the log says who did", async () => {
  const at = await world();
  const shown = { group: HIDDEN, flags: { hidden: false } };
  expect((await configureGroup(await at.as("ann"), shown)).answer).toBe("not-permitted");
  expect((await configureGroup(await at.as("stranger"), shown)).answer).toBe("not-found");
  expect(await findGroup(await at.as("stranger"), HIDDEN)).toBeNull();
  expect(await at.rows(sql`select 1 from audit`)).toEqual([]);
  expect((await configureGroup(await at.as("kim"), shown)).answer).toBe("changed");
  expect((await findGroup(await at.as("stranger"), HIDDEN))?.name).toBe("vault");
  const lines = await at.rows(
    sql`select event, actor_id as who, before ->> 'hidden' as was, after ->> 'hidden' as "is" from audit`,
  );
  expect(lines).toEqual([{ event: "group.configured", who: at.id("kim"), was: "true", is: "false" }]);
});
