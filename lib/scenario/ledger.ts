/** What came of the steps so far: who is where, and what was logged and told since it was last asked. */
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { State } from "./shape";
import type { Stage } from "./stage";

export class Ledger {
  #logged = 0;
  readonly #told = new Set<string>();

  constructor(private readonly stage: Stage) {}

  /** From here on it counts: what building the world brought about is no news. */
  async begin(): Promise<void> {
    await this.#events();
    await this.#notices();
  }

  /** The parts that are asked for, with exactly the names in them. */
  async since(asked: State): Promise<State> {
    const told = await this.#notices();
    const audit = await this.#events();
    const of = (id: string | undefined) => told.filter((line) => line.account_id === id).map(({ event }) => event);
    return {
      ...(asked.members && { members: await this.#each(asked.members, (name) => this.#people("membership", name)) }),
      ...(asked.pending && { pending: await this.#each(asked.pending, (name) => this.#people("request", name)) }),
      ...(asked.globalRoles && { globalRoles: await this.#each(asked.globalRoles, (name) => this.#held(name)) }),
      ...(asked.notified && {
        notified: await this.#each(asked.notified, async (name) => of(this.stage.accounts.get(name))),
      }),
      ...(asked.audit && { audit }),
    };
  }

  get #reader(): Reader {
    return this.stage.portal.store.reader;
  }

  async #each(asked: object, find: (name: string) => Promise<string[]>): Promise<{ [name: string]: string[] }> {
    const entries: [string, string[]][] = [];
    for (const name of Object.keys(asked)) entries.push([name, (await find(name)).sort()]);
    return Object.fromEntries(entries);
  }

  async #people(table: "membership" | "request", group: string): Promise<string[]> {
    const id = this.stage.groups.get(group)?.id ?? null;
    const rows = await this.#reader.rows<{ id: string }>(
      table === "membership"
        ? sql`select account_id as id from membership where group_id = ${id}::uuid`
        : sql`select account_id as id from request where group_id = ${id}::uuid and status = 'pending'`,
    );
    const names = new Map([...this.stage.accounts].map(([name, account]) => [account, name]));
    return rows.map((row) => names.get(row.id) ?? row.id);
  }

  /** Custom global roles, conferred ones included. */
  async #held(account: string): Promise<string[]> {
    const { globalRoles, account: there } = await this.stage.as(account);
    return there ? [...globalRoles].filter((role) => role !== "authenticated" && role !== "anonymous") : [];
  }

  async #events(): Promise<string[]> {
    const rows = await this.#reader.rows<{ id: number; event: string }>(
      sql`select id::int as id, event from audit where id > ${this.#logged} order by id`,
    );
    this.#logged = rows.at(-1)?.id ?? this.#logged;
    return rows.map(({ event }) => event).sort();
  }

  async #notices(): Promise<{ account_id: string; event: string }[]> {
    const rows = await this.#reader.rows<{ id: string; account_id: string; event: string }>(
      sql`select id, account_id, event from notice`,
    );
    const fresh = rows.filter(({ id }) => !this.#told.has(id));
    for (const { id } of fresh) this.#told.add(id);
    return fresh;
  }
}
