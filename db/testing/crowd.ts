/** A portal of any size, of the shape that large ones have: for plans and measurements, not for rules. */
import pg from "pg";

export interface Crowd {
  /** account ids: an owner, one who manages all groups, an ordinary member of some, one who sees only their own groups */
  readonly owner: string;
  readonly manager: string;
  readonly member: string;
  readonly recluse: string;
}

export interface CrowdSize {
  readonly groups: number;
  readonly accounts: number;
}

const id = (prefix: string, n: string) => `(${`'${prefix}'`} || lpad(to_hex(${n}), 12, '0'))::uuid`;
const GROUP = "00000000-0000-4000-8000-";
const ACCOUNT = "00000000-0000-4000-9000-";
const number = (n: number) => ACCOUNT + n.toString(16).padStart(12, "0");

/**
 * Five types: four that outsiders view, one that they do not. Of the groups a fifth is internal, a fifth hidden, a fifth
 * asks for a role; everybody is in eight. The first group holds everybody, so that counting its members would show.
 */
export async function seedCrowd(ownerUrl: string, { groups, accounts }: CrowdSize): Promise<Crowd> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    for (const statement of STATEMENTS) {
      await client.query(statement.replaceAll("{groups}", `${groups}`).replaceAll("{accounts}", `${accounts}`));
    }
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
  return { owner: number(1), manager: number(2), member: number(10), recluse: number(3) };
}

const STATEMENTS = [
  `insert into global_role (name, label, position) values
    ('member', 'Member', 2), ('blue', 'Blue', 3), ('steward', 'Steward', 4), ('recluse', 'Recluse', 5)`,
  `insert into global_grant values ('anonymous', 'directory.view'), ('authenticated', 'directory.view'),
    ('member', 'group.request'), ('steward', 'group.manage')`,
  `insert into group_type (name, label, position) select 'type-' || n, 'Type ' || n, n from generate_series(1, 5) n`,
  `insert into group_role (type, name, kind, label) select t.name, k, k, k from group_type t,
    unnest(array['anonymous', 'outsider', 'member', 'leader']) k`,
  `insert into group_role (type, name, kind, global_role, label)
    select t.name, 'outsider:' || r.name, 'advanced-outsider', r.name, r.label from group_type t, global_role r
      where not r.built_in`,
  // In the fifth type outsiders see nothing; in the others they join, ask and look.
  `insert into group_grant (type, role, kind, permission)
    select t.name, c.role, c.role, c.permission from group_type t, (values
      ('anonymous', 'group.view'), ('outsider', 'group.view'), ('outsider', 'member.join'), ('outsider', 'member.list'),
      ('member', 'group.view'), ('member', 'member.list'), ('member', 'member.leave'), ('leader', 'request.decide'))
      as c(role, permission) where t.name <> 'type-5' or c.role in ('member', 'leader')`,
  `insert into account (id, name, name_key, owner)
    select ${id(ACCOUNT, "n")}, 'Person ' || n, 'person ' || n, n = 1 from generate_series(1, {accounts}) n`,
  `insert into account_role (account_id, role)
    select ${id(ACCOUNT, "n")}, r from generate_series(1, {accounts}) n, unnest(array['member', 'blue']) r
      where n <> 3 and (r = 'member' or n % 3 = 0)
    union all select ${id(ACCOUNT, "2")}, 'steward'`,
  `insert into groups (id, slug, type, name, name_key, description, search_key, internal, hidden, open, public, restricted,
      published)
    select ${id(GROUP, "n")}, 'crew-' || lpad(n::text, 6, '0'), 'type-' || (1 + n % 5), x.name, lower(x.name),
      'Meets on day ' || n % 7, lower(x.name) || ' meets on day ' || n % 7,
      n % 25 < 5 and n > 1, n % 7 = 0 and n > 1, n % 2 = 0, n % 3 = 0, n % 11 = 0, n % 13 > 0
    from generate_series(1, {groups}) n
      cross join lateral (select (array['Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord'])[1 + (n * 7) % 6]
        || ' ' || substr(md5(n::text), 1, 6) as name) x`,
  `insert into group_eligible_role (group_id, role) select ${id(GROUP, "n")}, 'blue' from generate_series(2, {groups}) n
    where n % 5 = 2`,
  `insert into membership (group_id, account_id, how) select ${id(GROUP, "1")}, ${id(ACCOUNT, "n")}, 'added'
      from generate_series(1, {accounts}) n
    union select ${id(GROUP, "2 + (n * 7919 + k * 104729) % ({groups} - 1)")}, ${id(ACCOUNT, "n")}, 'added'
      from generate_series(1, {accounts}) n, generate_series(1, 7) k`,
  `insert into leader (group_id, account_id)
    select ${id(GROUP, "n")}, ${id(ACCOUNT, "1 + n % {accounts}")} from generate_series(1, {groups}) n where n % 4 = 0`,
  `insert into request (group_id, account_id, kind)
    select ${id(GROUP, "n")}, ${id(ACCOUNT, "1 + (n * 31) % {accounts}")}, 'join' from generate_series(2, {groups}) n
    where n % 10 = 0 on conflict do nothing`,
  "update policy set version = version + 1",
];
