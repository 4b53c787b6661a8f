/** Many accounts that hold the right to request groups by one role, each in ten groups that ask for it. */
import pg from "pg";

export interface MultitudeSize {
  readonly accounts: number;
  /** memberships of each */
  readonly each: number;
  readonly groups: number;
}

export interface Multitude {
  readonly owner: string;
  /** an account that holds the right by another role, which stays */
  readonly other: string;
  /** a group in which nobody is, and that anybody who may request groups may join at once */
  readonly elsewhere: string;
}

const OWNER = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";
const id = (middle: string, n: string) => `('00000000-0000-4000-${middle}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const account = (n: string) => id("9000", n);
const group = (n: string) => id("a000", n);

/** `ownerUrl`: as the role that made the tables. */
export async function seedMultitude(ownerUrl: string, { accounts, each, groups }: MultitudeSize): Promise<Multitude> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    for (const statement of statements(accounts, each, groups)) await client.query(statement);
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
  return { owner: OWNER, other: OTHER, elsewhere: `crew-${String(groups + 1).padStart(6, "0")}` };
}

const statements = (accounts: number, each: number, groups: number): string[] => [
  "insert into global_role (name, label, position) values ('member', 'Member', 2), ('steady', 'Steady', 3)",
  `insert into global_grant values ('authenticated', 'directory.view'), ('member', 'group.request'), ('steady', 'group.request')`,
  "insert into group_type (name, label, position) values ('crew', 'Crew', 1)",
  "insert into group_role (type, name, kind, label) select 'crew', k, k, k from unnest(array['anonymous', 'outsider', 'member', 'leader']) k",
  `insert into group_role (type, name, kind, global_role, label)
    select 'crew', p || ':' || r, k, r, r from unnest(array['member', 'steady']) r,
      (values ('outsider', 'advanced-outsider'), ('insider', 'insider')) x(p, k)`,
  `insert into group_grant (type, role, kind, permission) values ('crew', 'outsider', 'outsider', 'group.view'),
    ('crew', 'outsider', 'outsider', 'member.join'), ('crew', 'member', 'member', 'group.view'), ('crew', 'member', 'member', 'member.leave')`,
  `insert into account (id, name, name_key, owner) values ('${OWNER}', 'Root', 'root', true), ('${OTHER}', 'Olga', 'olga', false)`,
  `insert into account_role (account_id, role) values ('${OTHER}', 'steady')`,
  `insert into account (id, name, name_key) select ${account("n")}, 'Person ' || n, 'person ' || n from generate_series(1, ${accounts}) n`,
  `insert into account_role (account_id, role) select ${account("n")}, 'member' from generate_series(1, ${accounts}) n`,
  `insert into groups (id, slug, type, name, name_key, search_key, internal, open)
    select ${group("n")}, 'crew-' || lpad(n::text, 6, '0'), 'crew', 'Crew ' || n, 'crew ' || n, 'crew ' || n, false, true
    from generate_series(1, ${groups + 1}) n`,
  `insert into membership (group_id, account_id, how)
    select ${group(`1 + (n * 7 + k * 13) % ${groups}`)}, ${account("n")}, 'joined'
    from generate_series(1, ${accounts}) n, generate_series(1, ${each}) k`,
  "update policy set version = version + 1",
];
