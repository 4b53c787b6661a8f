/** What managers see of a group's links, and what whoever holds a link sees of the group behind it. */
import { type SQL, sql } from "drizzle-orm";
import { decodeCursor, type Page, pageOf } from "@/lib/cursor";
import { type FactsRow, findSituation, groupFacts, ownStanding, toRecord, toSituation } from "@/lib/groups/facts";
import { oneLine } from "@/lib/groups/one-line";
import { groupSentence } from "@/lib/groups/sentence";
import { type Stakes, stakesOfJoining } from "@/lib/groups/stakes";
import { iso, milliseconds, momentAt } from "@/lib/moment";
import { doorOf } from "@/lib/policy/answers/door";
import { answerJoin, type JoinAnswer, wayIn } from "@/lib/policy/answers/join";
import { decide, sees } from "@/lib/policy/decide";
import type { GroupFacts, LinkState, Situation } from "@/lib/policy/facts";
import { policyViewer } from "@/lib/policy/viewer";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { joinLinkFacts, type LinkRow, linkMaker, stateOf } from "./link-facts";
import { hashToken, isJoinToken } from "./token";

const PAGE = 25;

export interface LinkLine {
  readonly id: string;
  /** the first characters of the token, by which links are told apart */
  readonly prefix: string;
  readonly label: string;
  readonly note: string;
  readonly state: LinkState;
  readonly asksApproval: boolean;
  readonly uses: number;
  readonly maxUses: number | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly maker: string | null;
  /** openings counted, and those by somebody signed in */
  readonly opened: number;
  readonly openedSignedIn: number;
}

interface LineRow extends LinkRow {
  prefix: string;
  label: string;
  note: string;
  expires_at: string | null;
  created_at: string;
  created_ms: number;
  maker_name: string | null;
  opened: number;
  signed_in: number;
}

/** Links of a group, newest first; null where the viewer may not manage them, or there is no such group for them. */
export async function listLinks(viewer: Viewer, slug: string, after?: string | null): Promise<Page<LinkLine> | null> {
  const key = decodeCursor(after, ["number", "id"]);
  return linksWhere(
    viewer,
    slug,
    key ? sql`(k.created_at, k.id) < (${momentAt(key[0] ?? "0")}, ${key[1]}::uuid)` : sql`true`,
  );
}

/** One of them; null besides where the group has no such link. */
export async function findLink(viewer: Viewer, slug: string, id: string): Promise<LinkLine | null> {
  const found = await linksWhere(viewer, slug, sql`k.id = ${uuidOf(id)}::uuid`);
  return found?.lines[0] ?? null;
}

async function linksWhere(viewer: Viewer, slug: string, condition: SQL): Promise<Page<LinkLine> | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !sees(viewer, found.situation) || !decide(viewer, found.situation, "link.manage").allowed) return null;
  const rows = await reader.rows<LineRow>(sql`
    select ${joinLinkFacts}, k.prefix, k.label, k.note, ${iso(sql`k.expires_at`)} as expires_at,
      ${iso(sql`k.created_at`)} as created_at, ${milliseconds(sql`k.created_at`)} as created_ms, mk.name as maker_name,
      coalesce(o.opened, 0)::int as opened, coalesce(o.signed_in, 0)::int as signed_in
    from join_link k join groups g on g.id = k.group_id ${linkMaker}
      left join lateral (select sum(d.opened) as opened, sum(d.signed_in) as signed_in
        from join_link_opening d where d.link_id = k.id) o on true
    where k.group_id = ${found.group.id}::uuid and ${condition}
    order by k.created_at desc, k.id desc limit ${PAGE + 1}`);
  return pageOf(
    rows,
    PAGE,
    (row) => [row.created_ms, row.link_id],
    (row) => lineOf(viewer, found.situation, row),
  );
}

function lineOf(viewer: Viewer, there: Situation, row: LineRow): LinkLine {
  const { prefix, label, note, uses } = row;
  return {
    ...{ id: row.link_id, prefix, label, note, uses, maxUses: row.max_uses, asksApproval: row.asks_approval },
    state: stateOf(viewer.policy, there, row),
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    maker: row.maker_name,
    opened: row.opened,
    openedSignedIn: row.signed_in,
  };
}

/** What a link's page may show. `group` is null where the link no longer shows the way, or shows nothing to visitors. */
export interface JoinPage {
  readonly state: Exclude<LinkState, "not-found">;
  /** what pressing the button would be answered right now; a visitor is answered `sign-in` */
  readonly answer: JoinAnswer;
  readonly asksApproval: boolean;
  readonly group: JoinPageGroup | null;
  /** labels of the roles of which one would be needed, where the answer is that one is missing */
  readonly missingRoles: readonly string[];
  readonly account: { readonly name: string } | null;
}

export interface JoinPageGroup {
  readonly slug: string;
  readonly name: string;
  readonly type: string;
  readonly line: string;
  /** its settings in plain words; null where this link goes by others, or where they name roles to a visitor */
  readonly sentence: string | null;
  readonly picture: string;
  readonly colour: string;
  readonly flags: Pick<GroupFacts, "internal" | "hidden" | "open" | "public" | "restricted" | "published">;
  readonly stakes: Stakes;
  /** global roles that members hold, by label */
  readonly confers: readonly string[];
  /** names of those in charge, for whoever may list members there */
  readonly leaders: readonly string[];
}

// A visitor is told what anybody with an account would gain.
const ANYBODY = { id: "", active: true, owner: false };

interface PageRow extends FactsRow, LinkRow {
  type_label: string;
  leader_names: string[];
  role_labels: Record<string, string>;
}

/** One statement. Null for a token that nobody knows: the page is then the same as for any address that does not exist. */
export async function findJoinPage(viewer: Viewer, token: string): Promise<JoinPage | null> {
  const hash = isJoinToken(token) ? await hashToken(token) : null;
  const [row] = await viewer.portal.store.reader.rows<PageRow>(sql`
    select ${groupFacts}, ${ownStanding(viewer)}, ${joinLinkFacts}, t.label as type_label,
      array(select a.name from leader l join account a on a.id = l.account_id where l.group_id = g.id
        order by a.name_key, a.id limit 5) as leader_names,
      (select json_object_agg(r.name, r.label) from global_role r) as role_labels
    from join_link k join groups g on g.id = k.group_id join group_type t on t.name = g.type ${linkMaker}
    where k.token_hash = ${hash}::text`);
  const situation = row && toSituation(viewer, row);
  return situation ? pageFor(viewer, situation, row) : null;
}

function pageFor(viewer: Viewer, situation: Situation, row: PageRow): JoinPage | null {
  const state = stateOf(viewer.policy, situation, row);
  if (state === "not-found") return null;
  const door = doorOf(viewer, situation);
  const answer = answerJoin({
    ...door,
    ...wayIn(viewer, situation, true),
    ...{ link: state, asksApproval: row.asks_approval, pending: situation.standing.pending !== null },
    ...{ open: situation.group.open, restricted: situation.group.restricted },
  });
  const signedIn = door.account === "active";
  const shown = sees(viewer, situation) || (state === "open" && (signedIn || !row.quietJoinPage));
  return {
    state,
    answer,
    asksApproval: row.asks_approval,
    group: shown ? groupOf(viewer, situation, row) : null,
    missingRoles: shown ? missingRoles(viewer, situation, row, answer) : [],
    account: signedIn && viewer.name ? { name: viewer.name } : null,
  };
}

function groupOf(viewer: Viewer, situation: Situation, row: PageRow): JoinPageGroup {
  const { slug, name, description, picture, colour } = toRecord(row);
  const { internal, hidden, open, public: isPublic, restricted, published, eligibleRoles } = situation.group;
  const flags = { internal, hidden, open, public: isPublic, restricted, published };
  const label = (role: string) => row.role_labels[role] ?? role;
  const goesByOthers = row.asks_approval && open && !restricted;
  const namesRoles = eligibleRoles.length > 0 && !viewer.account;
  return {
    ...{ slug, name, picture, colour, type: row.type_label, line: oneLine(description) },
    sentence: goesByOthers || namesRoles ? null : groupSentence(flags, eligibleRoles.map(label)),
    flags,
    stakes: stakesOfJoining(
      viewer.policy,
      viewer.account ? viewer : policyViewer(viewer.policy, ANYBODY, []),
      situation,
    ),
    confers: situation.group.confers.map(label),
    leaders: decide(viewer, situation, "member.list").allowed ? row.leader_names : [],
  };
}

function missingRoles(viewer: Viewer, { group }: Situation, row: PageRow, answer: JoinAnswer): string[] {
  const label = (role: string) => row.role_labels[role] ?? role;
  if (answer === "not-eligible") return group.eligibleRoles.map(label);
  if (answer !== "needs-request-permission") return [];
  return [...viewer.policy.globalRoles].filter(([, held]) => held.has("group.request")).map(([role]) => label(role));
}
