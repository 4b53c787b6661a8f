/** People, types, groups and links of a spec's own, made through commands, so that specs stay out of each other's way. */
import { createGroupType } from "@/lib/group-types/commands/create-group-type";
import { createGroupType as createTypeShape } from "@/lib/group-types/schema";
import { createGroup } from "@/lib/groups/commands/create-group";
import { createGroup as createGroupShape, type Flags } from "@/lib/groups/schema";
import { createJoinLink } from "@/lib/join-links/commands";
import { type CreateLinkInput, createJoinLink as createLinkShape } from "@/lib/join-links/schema";
import { appointLeader } from "@/lib/leaders/commands";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { importAccounts } from "@/lib/people/commands/import-account";
import { findViewer, siteViewer } from "@/lib/session/viewer";
import { portalHere } from "./stand";

/** Whoever holds it may ask to join what is not public. Every demo portal has it. */
const MAY_ASK = "member";

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Place {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** A word that occurs nowhere else. */
export function word(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

const site = async () => siteViewer(await portalHere());

/** Somebody new. Without more said they may ask to join groups, and nothing else. */
export async function person(called: string, { roles = [MAY_ASK], owner = false } = {}): Promise<Person> {
  const name = `${called} ${word()}`;
  const [id = ""] = must(await importAccounts(await site(), [{ name, roles, owner, active: true }]), "imported");
  return { id, name };
}

export type Cells = Readonly<Record<string, readonly string[]>>;

/** What a group of most specs allows: ask from outside, leave and see who is in from inside, run it as leader. */
export const PLAIN: Cells = {
  outsider: ["group.view", "member.join"],
  member: ["group.view", "member.list", "member.leave", "member.edit-own", "post.view", "post.create"],
  leader: ["group.view", "member.list", "member.add", "member.remove", "request.decide", "link.manage"],
  admin: ["group.administer"],
};

/** Name of a new type with this table; columns that are not built in become custom roles. */
export async function groupType(cells: Cells = PLAIN, { called = "Kind", officer = "Officer" } = {}): Promise<string> {
  const name = `type-${word()}`;
  const labels = { admin: "Admin", officer };
  const known = Object.fromEntries(Object.entries(labels).filter(([role]) => role in cells));
  const draft = { name, label: `${called} ${name}`, start: { from: "table", cells, labels: known } };
  must(await createGroupType(await site(), createTypeShape.parse(draft)), "created");
  return name;
}

const SEEN: Flags = { internal: false, hidden: false, open: false, public: false, restricted: false, published: true };

export interface Wanted {
  readonly type?: string;
  readonly called?: string;
  readonly description?: string;
  readonly flags?: Partial<Flags>;
  readonly quietJoinPage?: boolean;
  readonly leaders?: readonly Person[];
  /** with the custom roles that they hold there */
  readonly members?: readonly (Person | readonly [Person, ...string[]])[];
}

/** A group that everybody with an account sees and asks to join, unless more is said. */
export async function group(wanted: Wanted = {}): Promise<Place> {
  const { called = "Group", description = "", flags = {}, quietJoinPage = false, leaders = [], members = [] } = wanted;
  const type = wanted.type ?? (await groupType());
  const name = `${called} ${word()}`;
  const draft = { type, name, description, flags: { ...SEEN, ...flags }, quietJoinPage };
  const made = must(await createGroup(await site(), createGroupShape.parse(draft)), "created");
  for (const { id } of leaders)
    must(await appointLeader(await site(), { group: made.slug, account: id, leaderGroup: null }), "changed");
  for (const one of members) {
    const [{ id }, ...roles] = "id" in one ? [one] : one;
    must(await addMember(await site(), { group: made.slug, account: id, roles: [...roles], until: null }), "added");
  }
  return { ...made, name };
}

/** A working link to a group, made in the name of somebody who may make links there. */
export async function joinLink(place: Place, maker: Person, wanted: Partial<CreateLinkInput> = {}) {
  const draft = createLinkShape.parse({ label: "Spec", ...wanted, group: place.slug });
  return must(await createJoinLink(await site(), draft, maker.id), "created");
}

/** A request to join that waits for somebody's answer. */
export async function ask(place: Place, { id }: Person, note = ""): Promise<void> {
  const viewer = await findViewer(await portalHere(), { account: id });
  must(await joinGroup(viewer, { group: place.slug, note }), "requested");
}

/** The data of a step of building that went as wanted. */
function must<D>(outcome: { answer: string; data: D | null }, wanted: string): D {
  if (outcome.answer !== wanted) throw new Error(`the world could not be built: ${outcome.answer}, not ${wanted}`);
  return outcome.data as D;
}
