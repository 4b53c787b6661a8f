/** Long work half done, as the worker leaves it between two lines or two steps; leased for so long that no worker takes it. */
import { asOwner } from "@/e2e/support/stand";

/** By what they are: their ids. */
export interface UnderWay {
  /** a line for each of many people */
  readonly lines: string;
  /** one change, in its steps */
  readonly whole: string;
}

const MANY = 18;
const DONE = 9;

/** Both asked for by `account`; the lines add people to the group of this address. */
export function someWorkUnderWay(account: string, slug: string): Promise<UnderWay> {
  return asOwner(async (client) => {
    const [lines, whole] = [crypto.randomUUID(), crypto.randomUUID()];
    await client.query(JOB, [lines, "member.add", account, { group: slug }, "lines", DONE, MANY]);
    await client.query(LINES, [lines, slug, MANY, DONE]);
    const taken = { changes: [{ role: "member", permission: "group.request", on: false }] };
    await client.query(JOB, [whole, "permission.change", account, taken, "telling", 1_000, 1_648]);
    return { lines, whole };
  });
}

const JOB = `insert into job (id, kind, account_id, request_id, input, status, phase, phase_done, phase_total, attempts,
    leased_until, created_at, started_at)
  values ($1, $2, $3, gen_random_uuid(), $4, 'running', $5, $6, $7, 1, portal_now() + interval '1 year',
    portal_now() - interval '40 seconds', portal_now() - interval '39 seconds')`;

/** Whoever is in the group already stays; one of the others is not eligible. */
const LINES = `with people as (
    select a.id, g.id as group_id, row_number() over (order by a.name_key, a.id) as n,
      exists (select 1 from membership m where m.group_id = g.id and m.account_id = a.id) as is_in
    from account a, groups g where g.slug = $2 and a.active order by a.name_key, a.id limit $3),
  answered as (select p.*, case when n > $4 then null when is_in then 'already-member' when n = 7 then 'not-eligible'
    else 'added' end as answer from people p)
  insert into job_line (job_id, number, input, said, account_id, group_id, answer, done, ended_at)
  select $1, n, jsonb_build_object('group', $2, 'line', n, 'account', id, 'unfound', null, 'roles', '[]'::jsonb, 'until', null),
    '', id, group_id, answer, answer <> 'not-eligible', case when answer is not null then portal_now() end from answered`;
