import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestPortal, testPortal } from "@/db/testing/portal";
import { makeWorld } from "@/db/testing/world";
import { signUp } from "@/lib/people/commands/sign-up";
import { beginPortal } from "@/lib/people/setup";
import { sessionIdOf } from "@/lib/session/session";
import { findViewer } from "@/lib/session/viewer";
import { DEMO_PEOPLE } from "./people";
import { listDemoPeople, stepIn } from "./step-in";

const [FIRST, SECOND] = DEMO_PEOPLE.map(({ name }) => name);

async function portal(demo: boolean) {
  const at = await testPortal();
  await beginPortal({ ...at.clone, demo });
  const ids = await makeWorld(at.clone, {
    accounts: { [FIRST ?? ""]: {}, [SECOND ?? ""]: { active: false }, root: { owner: true } },
  });
  return {
    at,
    first: ids[FIRST ?? ""] ?? "",
    second: ids[SECOND ?? ""] ?? "",
    visitor: await findViewer(at.portal, null),
  };
}

let demo: Awaited<ReturnType<typeof portal>>;
let normal: Awaited<ReturnType<typeof portal>>;

beforeAll(async () => {
  demo = await portal(true);
  normal = await portal(false);
});

const sessions = async ({ portal: { store } }: TestPortal) =>
  (await store.reader.rows(sql`select 1 from session`)).length;

describe("stepping into somebody", () => {
  it("signs in as a person of the demo, in place of whoever was signed in", async () => {
    const { data } = await stepIn(demo.visitor, { account: demo.first });
    const me = await findViewer(demo.at.portal, { session: await sessionIdOf(data?.secret ?? "") });
    expect(me).toMatchObject({ name: FIRST, account: { id: demo.first } });
    await stepIn(me, { account: demo.first });
    expect(await sessions(demo.at)).toBe(1);
  });

  it("offers the people of the demo who can be stepped into, in their order", async () => {
    expect(await listDemoPeople(demo.visitor)).toEqual([{ ...DEMO_PEOPLE[0], id: demo.first }]);
  });

  it("is not there for anybody else: nobody, an inactive person, an account with a password of its own", async () => {
    const asking = { client: "test", joinToken: null };
    const input = { name: "Guest", email: "guest@example.org", password: "vermilion-otter-quay" };
    const guest = (await signUp(demo.visitor, input, asking)).data?.accountId ?? "";
    for (const account of [crypto.randomUUID(), demo.second, guest]) {
      expect(await stepIn(demo.visitor, { account })).toEqual({ answer: "not-found", done: false, data: null });
    }
  });

  it("T89 is not there in any other portal, on any call, whatever an earlier one answered", async () => {
    const before = await sessions(normal.at);
    for (const account of [normal.first, demo.first, crypto.randomUUID()]) {
      expect(await stepIn(normal.visitor, { account })).toEqual({ answer: "not-found", done: false, data: null });
    }
    expect(await sessions(normal.at)).toBe(before);
    expect(await listDemoPeople(normal.visitor)).toEqual([]);
    const { ownerUrl } = demo.at.clone;
    await unmark(ownerUrl);
    expect((await stepIn(demo.visitor, { account: demo.first })).answer).toBe("not-found");
  });

  it("T89 would let anybody be anybody if the mark were not asked", async () => {
    const { store } = normal.at.portal;
    const careless = await store.reader.rows(sql`
      select a.id from account a where a.id = ${normal.first}::uuid and a.active
        and not exists (select 1 from credential c where c.account_id = a.id)`);
    expect(careless).toHaveLength(1);
  });
});

async function unmark(ownerUrl: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("update portal_mark set demo = false");
  await client.end();
}
