/** What approving a request would mean: whether it would be refused for the requester's sake, what it gives, what follows. */
import { planConsequences } from "@/lib/consequences/plan";
import { preview } from "@/lib/gate";
import { type FoundSituation, findSituation, findSituations } from "@/lib/groups/facts";
import { type Counts, countConsequences } from "@/lib/groups/queries/count-consequences";
import { type Stakes, stakesOfJoining } from "@/lib/groups/stakes";
import { listSeats, listSeatsIn, type Person } from "@/lib/members/seats";
import type { DecideRequestAnswer } from "@/lib/policy/answers/decide-request";
import { decide, sees } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { uuidOf } from "@/lib/uuid";
import { deciding } from "./commands";
import type { ReviewLine } from "./queries";

export interface RequestMeaning {
  /** what approving would be answered now */
  readonly answer: DecideRequestAnswer;
  /** what they could do in the group that they cannot do now, and the other way round; null for a wish to leave */
  readonly stakes: Stakes | null;
  readonly counts: Counts | null;
}

/** Null for those who may not decide there, and where that account has no pending request. */
export async function findRequestMeaning(
  viewer: Viewer,
  slug: string,
  account: string,
): Promise<RequestMeaning | null> {
  const { reader } = viewer.portal.store;
  const found = await findSituation(reader, viewer, { slug });
  if (!found || !uuidOf(account) || !sees(viewer, found.situation)) return null;
  if (!decide(viewer, found.situation, "request.decide").allowed) return null;
  const target = (await listSeats(reader, viewer.policy, found.situation, [account])).get(account);
  const pending = target?.situation.standing.pending;
  if (!target || !pending) return null;
  const { answer, plan } = await preview(deciding)(viewer, approving(slug, account));
  return {
    answer,
    stakes: pending === "join" ? stakesOfJoining(viewer.policy, target.viewer, target.situation) : null,
    counts: plan && (await countConsequences(viewer, found.group.id, plan)),
  };
}

type Asked = Pick<ReviewLine, "kind" | "groupId" | "account" | "refused">;

/** Requests with what approving each would be refused with because the requester may not come in; of one group, or of several. */
export async function withRefused<Line extends Asked>(
  viewer: Viewer,
  lines: readonly Line[],
  known?: FoundSituation,
): Promise<Line[]> {
  const { reader } = viewer.portal.store;
  const joining = lines.filter(({ kind }) => kind === "join");
  const groups = known
    ? new Map([[known.group.id, known]])
    : await findSituations(reader, viewer, [...new Set(joining.map(({ groupId }) => groupId))]);
  const asked = joining.flatMap(({ groupId, account }) => {
    const there = groups.get(groupId)?.situation;
    return there ? [{ there, accountId: account.id }] : [];
  });
  const seats = await listSeatsIn(reader, viewer.policy, asked);
  const refusals = new Map(seats.map((target) => [keyOf(target), refusalOf(viewer, groups, target)]));
  return lines.map((line) => ({ ...line, refused: refusals.get(`${line.groupId} ${line.account.id}`) ?? null }));
}

const keyOf = ({ situation, accountId }: Person): string => `${situation.group.id} ${accountId}`;

function refusalOf(
  viewer: Viewer,
  groups: ReadonlyMap<string, FoundSituation>,
  target: Person,
): DecideRequestAnswer | null {
  const found = groups.get(target.situation.group.id);
  if (!found) return null;
  const others = { otherAdministrators: 0, otherMembers: 0 };
  const answer = deciding.answer(viewer, { found, target, others }, approving(found.group.slug, target.accountId));
  return answer.startsWith("requester-") ? answer : null;
}

/** What would follow if all of these who wish to leave were let go, where that takes roles from them; null where it does not. */
export async function countLettingGo(
  viewer: Viewer,
  lines: readonly Pick<ReviewLine, "id" | "groupId" | "account" | "takesRoles" | "own">[],
): Promise<Counts | null> {
  const going = lines.filter(({ takesRoles, own }) => takesRoles && !own);
  if (going.length === 0) return null;
  const changes = going.map(
    ({ id, groupId, account }) => ({ kind: "member-ends", accountId: account.id, groupId, decides: id }) as const,
  );
  const plan = await viewer.portal.store.snapshot((read) => planConsequences(read, viewer, changes));
  // They leave several groups, of which none is “this group”: what follows is counted as elsewhere.
  return countConsequences(viewer, [], plan);
}

const approving = (group: string, account: string) =>
  ({ group, account, verdict: "approve", kind: null, reason: "" }) as const;
