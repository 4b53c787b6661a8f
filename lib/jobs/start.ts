/** Puts work aside for the worker. Nobody's rights change by that: it is outside the gate, and what the work does is not. */
import { sql } from "drizzle-orm";
import { Refusal } from "@/lib/refusal";
import { type Limit, mayTry } from "@/lib/session/rate";
import type { Viewer } from "@/lib/session/viewer";
import { refuseWhileViewing } from "@/lib/session/viewing-as";

export const LINES_AT_MOST = 5_000;

export interface JobLineInput {
  readonly input: Readonly<Record<string, unknown>>;
  /** as it was typed or chosen, for the report where it names nobody */
  readonly said?: string;
  readonly accountId?: string;
  readonly groupId?: string;
}

interface Lines {
  /** what all lines have in common, for the report's words and ways */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly lines: readonly JobLineInput[];
}

/** Many commands, a line each. Resolves to the job's id, at whose page `/jobs/ID` it can be watched. */
export async function startLines(viewer: Viewer, kind: string, { input = {}, lines }: Lines): Promise<string> {
  if (lines.length === 0 || lines.length > LINES_AT_MOST) {
    throw new Refusal("invalid", `Between one and ${LINES_AT_MOST.toLocaleString("en")} at a time.`);
  }
  const rows = lines.map(({ input: line, said = "", accountId, groupId }, n) => ({
    ...{ number: n + 1, input: line, said: said.slice(0, 500), account_id: accountId, group_id: groupId },
  }));
  return start(viewer, kind, input, rows);
}

/** One command that takes long. */
export function startWhole(viewer: Viewer, kind: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  return start(viewer, kind, input, []);
}

const JOBS_PER_ACCOUNT: Limit = { what: "job-account", allowed: 100, minutes: 10 };

async function start(viewer: Viewer, kind: string, input: object, rows: readonly object[]): Promise<string> {
  refuseWhileViewing(viewer);
  const { account, portal, requestId } = viewer;
  if (!account?.active) throw new Refusal("sign-in", "Sign in first.");
  if (!(await mayTry(portal, [JOBS_PER_ACCOUNT, account.id])))
    throw new Refusal("rate-limited", "That was often. Please wait a few minutes.");
  const [row] = await portal.store.writer.rows<{ id: string }>(sql`
    with made as (insert into job (kind, account_id, request_id, input, phase_total)
      values (${kind}, ${account.id}::uuid, ${requestId}::uuid, ${JSON.stringify(input)}::jsonb, ${rows.length || null}::int)
      returning id),
    lines as (insert into job_line (job_id, number, input, said, account_id, group_id)
      select made.id, x.number, x.input, x.said, x.account_id, x.group_id from made,
        jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as x(number int, input jsonb, said text, account_id uuid, group_id uuid))
    select id from made`);
  if (!row) throw new Error("a job was not written");
  return row.id;
}
