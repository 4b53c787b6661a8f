/** Who is asking: loaded once per request in one statement, and the first argument of every read and every write. */
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { iso } from "@/lib/moment";
import type { Policy, PolicyViewer } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import type { Portal } from "@/lib/portal";
import { unseenLately } from "./session";
import { type Behind, lookingAs, type ViewingRow } from "./viewing-as";
import { waitingRequests } from "./waiting";

export interface Settings {
  readonly autoLeave: boolean;
  readonly notifyLeaders: boolean;
  readonly signUp: "open" | "invited" | "domains" | "closed";
  readonly signUpDomains: readonly string[];
  readonly newAccountRole: string | null;
  readonly defaultGroupType: string | null;
}

/** Where a long write is: its step, and how far in it, for whoever waits. */
export interface Phase {
  readonly name: "counting" | "removing" | "logging" | "telling" | "closing" | "lines";
  readonly done?: number;
  readonly total?: number;
}

/**
 * `kind` says what stands behind the viewer: nobody, an account (active or not), or the portal itself, which builds
 * worlds and does what falls due. `site` is never made from a request.
 */
export interface Viewer extends PolicyViewer {
  readonly kind: "visitor" | "account" | "site";
  readonly portal: Portal;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailProven: boolean;
  /** version of the account's row, which a write asks again; 0 without an account */
  readonly accountVersion: number;
  readonly session: string | null;
  readonly requestId: string;
  /** whether the account was last seen so long ago that it is worth a write */
  readonly unseenLately: boolean;
  /** counted to 100 */
  readonly unread: number;
  /** requests that this viewer may decide, counted to 100 */
  readonly waiting: number;
  /** set while somebody looks at the portal as this viewer, who is then nobody's account */
  readonly behind?: Behind;
  /** told of the steps of a long write, outside its transaction */
  readonly onPhase?: (phase: Phase) => Promise<void>;
  /**
   * Put by the gate into the very statement of whatever this viewer writes: given the command's word, over the one row of
   * `source`. If it hands back no row, nothing is written.
   */
  readonly alongside?: (answer: string, source: SQL) => SQL;
}

interface ViewerRow {
  id: string | null;
  name: string | null;
  active: boolean | null;
  owner: boolean | null;
  email: string | null;
  proven: boolean | null;
  version: number | null;
  unseen: boolean | null;
  held: string[];
  unread: number;
  waiting: number;
  policy_version: number;
  settings: Settings;
  viewing: ViewingRow | null;
}

/** By session digest, by account id, or nobody. An unknown or expired session is a visitor. */
export type Who = { session: string } | { account: string } | null;

export async function findViewer(
  portal: Portal,
  who: Who,
  how: { reader?: Reader; requestId?: string } = {},
): Promise<Viewer> {
  const reader = how.reader ?? portal.store.reader;
  const [row] = await reader.rows<ViewerRow>(viewerStatement(who));
  if (!row) throw new Error("the portal's own rows are missing: the database was not migrated");
  const policy = await portal.masks.at(row.policy_version, reader);
  const account = row.id ? { id: row.id, active: row.active === true, owner: row.owner === true } : null;
  const viewer: Viewer = {
    ...policyViewer(policy, account, row.held),
    kind: account ? "account" : "visitor",
    portal,
    policy,
    settings: row.settings,
    name: row.name,
    email: row.email,
    emailProven: row.proven === true,
    accountVersion: row.version ?? 0,
    unseenLately: row.unseen === true,
    session: account && who && "session" in who ? who.session : null,
    requestId: how.requestId ?? crypto.randomUUID(),
    unread: row.unread,
    waiting: row.waiting,
  };
  return lookingAs(viewer, row.viewing);
}

/** The portal itself as a viewer: for building worlds and for what falls due. Commands record no actor for it. */
export async function siteViewer(portal: Portal, how: { reader?: Reader; requestId?: string } = {}): Promise<Viewer> {
  return { ...(await findViewer(portal, null, how)), kind: "site" };
}

/** The same viewer with the facts of now: what a write asks before it believes anything. */
export async function reloadViewer(viewer: Viewer, reader: Reader): Promise<Viewer> {
  if (viewer.behind) throw new Error("nobody writes as somebody whom they only look as");
  const how = { reader, requestId: viewer.requestId };
  if (viewer.kind === "site") return siteViewer(viewer.portal, how);
  const fresh = await findViewer(viewer.portal, viewer.account ? { account: viewer.account.id } : null, how);
  const { session, onPhase, alongside } = viewer;
  return { ...fresh, session, ...(onPhase && { onPhase }), ...(alongside && { alongside }) };
}

function viewerStatement(who: Who): SQL {
  return sql`
    select a.id, a.name, a.active, a.owner, a.email, a.email_proven_at is not null as proven, a.version,
      ${unseenLately} as unseen, p.version::int as policy_version, coalesce(h.held, '{}') as held,
      case when a.id is null then 0 else (select count(*)::int from (
        select 1 from notice n where n.account_id = a.id and n.read_at is null limit 100) few) end as unread,
      case when a.active then ${waitingRequests} else 0 end as waiting,
      json_build_object('autoLeave', s.auto_leave, 'notifyLeaders', s.notify_leaders, 'signUp', s.sign_up,
        'signUpDomains', s.sign_up_domains, 'newAccountRole', s.new_account_role,
        'defaultGroupType', s.default_group_type) as settings,
      ${viewingOf(who)} as viewing
    from policy p cross join setting s
    left join account a on a.id = ${accountOf(who)}
    left join lateral (${heldRoles(sql`a.id`)}) h on true`;
}

function accountOf(who: Who): SQL {
  if (!who) return sql`null::uuid`;
  if ("account" in who) return sql`${who.account}::uuid`;
  return sql`(select s.account_id from session s where s.id = ${who.session} and s.expires_at > portal_now())`;
}

/** Only a session looks as somebody else: a command that asks again about an account asks about that account. */
function viewingOf(who: Who): SQL {
  if (!who || "account" in who) return sql`null::json`;
  return sql`(select json_build_object('chosen', v.viewing_as, 'endsAt', ${iso(sql`v.viewing_ends_at`)}, 'confers',
      array(select c.role from group_conferred_role c where c.group_id = (v.viewing_as->'seat'->>'group')::uuid))
    from session v where v.id = ${who.session} and v.expires_at > portal_now() and v.viewing_ends_at > portal_now())`;
}

/** Custom global roles of an account as one array `held`: given directly, or conferred by a group it is in. */
export function heldRoles(accountId: SQL): SQL {
  return sql`
    select coalesce(array_agg(distinct role), '{}') as held from (
      select r.role from account_role r where r.account_id = ${accountId}
      union all
      select c.role from membership m join group_conferred_role c on c.group_id = m.group_id
       where m.account_id = ${accountId}) roles`;
}
