/** The nine who knock on every door, and a world of their own to knock in, made through commands. */

import { createGroupType } from "@/lib/group-types/commands/create-group-type";
import { createGroupType as createTypeShape } from "@/lib/group-types/schema";
import { createGroup } from "@/lib/groups/commands/create-group";
import { findGroupSettings } from "@/lib/groups/queries/find-group-settings";
import { createGroup as createGroupShape, type Flags } from "@/lib/groups/schema";
import { createJoinLink } from "@/lib/join-links/commands";
import { createJoinLink as createLinkShape } from "@/lib/join-links/schema";
import { appointLeader } from "@/lib/leaders/commands";
import { addMember } from "@/lib/members/commands/add-member";
import { joinGroup } from "@/lib/members/commands/join-group";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { importAccounts } from "@/lib/people/commands/import-account";
import { changeGlobalGrants } from "@/lib/permissions/commands/change-global-grants";
import { createGlobalRole } from "@/lib/permissions/commands/global-roles";
import { changeGlobalGrants as changeShape } from "@/lib/permissions/schema";
import type { Portal } from "@/lib/portal";
import { createPost } from "@/lib/posts/commands/create-post";
import { replyToPost } from "@/lib/posts/commands/replies";
import { findViewer, siteViewer, type Viewer } from "@/lib/session/viewer";
import { asOwner, type Cookie, portalHere, sessionCookie } from "./stand";

export const PERSONAS = [
  "visitor",
  "outsider",
  "advanced",
  "member",
  "leader",
  "groupAdmin",
  "siteAdmin",
  "owner",
  "deactivated",
] as const;
export type Persona = (typeof PERSONAS)[number];

/** A group with its address, and what stands in it. */
export interface Place {
  readonly id: string;
  readonly slug: string;
}

export interface World {
  /** words that occur nowhere else: no body may show the hidden ones to whom they are hidden */
  readonly word: string;
  readonly type: string;
  /** a global role that every account but the owner holds */
  readonly role: string;
  /** seen by every account, joined by asking */
  readonly own: Place;
  /** seen by its members, by advanced outsiders and by owners */
  readonly hidden: Place;
  /** an address of the right shape that never was */
  readonly absent: string;
  readonly accounts: Readonly<Record<Exclude<Persona, "visitor"> | "bystander" | "asker", string>>;
  readonly cookies: Readonly<Record<Persona, Cookie | null>>;
  /** by the group's address: a post of the bystander there, and their reply to it */
  readonly posts: Readonly<Record<string, { readonly post: string; readonly reply: string }>>;
  /** by the group's address: the number of a line of its log */
  readonly lines: Readonly<Record<string, string>>;
  readonly link: { readonly id: string; readonly token: string };
  /** the settings of `own` as a form of now shows them */
  readonly settings: string;
  readonly hiddenLink: { readonly id: string; readonly token: string };
  /** one that was kept */
  readonly mail: string;
}

const SEEN: Flags = { internal: false, hidden: false, open: false, public: false, restricted: false, published: true };
const ALL_OF_PORTAL = ["type.administer", "people.administer", "permission.administer", "setting.administer"];

export async function makeWorld(): Promise<World> {
  const portal = await portalHere();
  const site = () => siteViewer(portal);
  const word = letters(10);
  const type = `door-${word}`;
  const roles = { asker: `asker-${word}`, warden: `warden-${word}`, chief: `chief-${word}` };
  for (const role of Object.values(roles)) must(await createGlobalRole(await site(), { role, label: role }), "created");
  const changes = [
    { role: roles.asker, permission: "group.request", on: true },
    ...ALL_OF_PORTAL.map((permission) => ({ role: roles.chief, permission, on: true })),
  ];
  must(await changeGlobalGrants(await site(), changeShape.parse({ changes, reason: "" })), "changed");
  must(await createGroupType(await site(), createTypeShape.parse(typeOf(type, word, roles.warden))), "created");
  const accounts = await people(portal, word, roles);
  const own = await place(await site(), type, `Own ${word}`, SEEN, accounts.owner);
  const hidden = await place(await site(), type, `Hidden zz${word}zz`, { ...SEEN, hidden: true }, accounts.owner);
  for (const [name, held] of [
    ["member", []],
    ["groupAdmin", ["admin"]],
    ["bystander", []],
  ] as const) {
    const input = { group: own.slug, account: accounts[name], roles: [...held], until: null };
    must(await addMember(await site(), input), "added");
  }
  must(
    await addMember(await site(), { group: hidden.slug, account: accounts.bystander, roles: ["admin"], until: null }),
    "added",
  );
  must(await appointLeader(await site(), { group: own.slug, account: accounts.leader, leaderGroup: null }), "changed");
  const asker = await findViewer(portal, { account: accounts.asker });
  must(await joinGroup(asker, { group: own.slug, note: "" }), "requested");
  const link = await joinLink(await site(), own.slug, accounts.owner);
  const hiddenLink = await joinLink(await site(), hidden.slug, accounts.owner);
  const posts = {
    [own.slug]: await postIn(portal, own.slug, accounts.bystander),
    [hidden.slug]: await postIn(portal, hidden.slug, accounts.bystander),
  };
  const lines = { [own.slug]: await lineAbout(own), [hidden.slug]: await lineAbout(hidden) };
  const settings = await findGroupSettings(await findViewer(portal, { account: accounts.owner }), own.slug);
  const cookies = await cookiesOf(accounts);
  must(await deactivateAccount(await site(), { account: accounts.deactivated, reason: "" }), "changed");
  return {
    word,
    type,
    role: roles.asker,
    own,
    hidden,
    absent: `absent-${letters(6)}`,
    accounts,
    cookies,
    posts,
    lines,
    link,
    hiddenLink,
    settings: settings?.was ?? "",
    mail: await mail(word),
  };
}

async function mail(word: string): Promise<string> {
  const id = crypto.randomUUID();
  await asOwner((client) =>
    client.query("insert into sent_mail (id, recipient, subject, body, html) values ($1, $2, 'Hello', 'Hello', $3)", [
      id,
      `${word}@guildhall.example`,
      '<!doctype html><html lang="en"><title>Hello</title><p>Hello</p></html>',
    ]),
  );
  return id;
}

function typeOf(name: string, word: string, warden: string) {
  const cells = {
    outsider: ["group.view", "member.join"],
    [`outsider:${warden}`]: ["group.administer"],
    member: ["group.view", "member.list", "member.leave", "member.edit-own", "post.view", "post.create"],
    leader: ["group.view", "member.list", "request.decide", "member.remove", "link.manage"],
    admin: ["group.administer"],
  };
  return { name, label: `Door ${word}`, description: "", start: { from: "table", cells, labels: { admin: "Admin" } } };
}

/**
 * Takes the roles of a world that nobody needs any more: each role is two columns in the table of every type, and with
 * hundreds of worlds the portal would read nothing else.
 */
export async function forgetWorld({ word }: World): Promise<void> {
  const roles = ["asker", "warden", "chief"].map((role) => `${role}-${word}`);
  await asOwner(async (client) => {
    await client.query("delete from global_role where name = any($1)", [roles]);
    await client.query("update policy set version = version + 1");
  });
}

async function people(portal: Portal, word: string, roles: Record<"asker" | "warden" | "chief", string>) {
  const asker = [roles.asker];
  const wanted: Record<keyof World["accounts"], { roles: string[]; owner?: boolean }> = {
    outsider: { roles: asker },
    advanced: { roles: [...asker, roles.warden] },
    member: { roles: asker },
    leader: { roles: asker },
    groupAdmin: { roles: asker },
    siteAdmin: { roles: [...asker, roles.chief] },
    owner: { roles: [], owner: true },
    deactivated: { roles: asker },
    bystander: { roles: asker },
    asker: { roles: asker },
  };
  const names = Object.keys(wanted) as (keyof World["accounts"])[];
  const drafts = names.map((name) => {
    const { roles: held, owner = false } = wanted[name];
    return { name: `${name} ${word}`, roles: held, owner, active: true };
  });
  const ids = must(await importAccounts(await siteViewer(portal), drafts), "imported");
  return Object.fromEntries(names.map((name, n) => [name, ids[n]])) as World["accounts"];
}

async function place(site: Viewer, type: string, name: string, flags: Flags, creator: string): Promise<Place> {
  const description = `Described by ${name.toLowerCase()}`;
  return must(await createGroup(site, createGroupShape.parse({ type, name, description, flags }), creator), "created");
}

async function joinLink(site: Viewer, group: string, maker: string) {
  return must(await createJoinLink(site, createLinkShape.parse({ group, label: "Door" }), maker), "created");
}

async function postIn(portal: Portal, group: string, author: string) {
  const viewer = await findViewer(portal, { account: author });
  const draft = { group, title: "Told by the bystander", body: "Some **words**.", published: true };
  const post = must(await createPost(viewer, draft), "created").id;
  const reply = must(await replyToPost(viewer, { post, body: "And some more." }), "created").id;
  return { post, reply };
}

function lineAbout({ id }: Place): Promise<string> {
  return asOwner(async (client) => {
    const { rows } = await client.query("select min(id)::text as line from audit where group_id = $1", [id]);
    return rows[0]?.line;
  });
}

async function cookiesOf(accounts: World["accounts"]): Promise<World["cookies"]> {
  const cookies: Partial<Record<Persona, Cookie | null>> = { visitor: null };
  for (const persona of PERSONAS) {
    if (persona !== "visitor") cookies[persona] = await sessionCookie(accounts[persona]);
  }
  return cookies as World["cookies"];
}

/** The data of a step of building that went as wanted. */
function must<D>(outcome: { answer: string; data: D | null }, wanted: string): D {
  if (outcome.answer !== wanted) throw new Error(`the world could not be built: ${outcome.answer}, not ${wanted}`);
  return outcome.data as D;
}

function letters(count: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  ).join("");
}
