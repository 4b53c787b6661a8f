/** The demo world as the pictures need it: addresses of its groups, people and links by what its own files call them. */
import { joinLink } from "@/e2e/support/make";
import { asOwner } from "@/e2e/support/stand";
import { WORLD_LINKS } from "@/lib/demo/world/links";
import { groupWith } from "@/lib/demo/world/world-groups";
import { hashToken, newToken } from "@/lib/join-links/token";
import { type Letter, plainText } from "@/lib/outbox/letter";
import { htmlOf } from "@/lib/outbox/render";
import { someWorkUnderWay, type UnderWay } from "./under-way";

export interface Stage {
  /** by a group's key in the demo world */
  slug(group: string): string;
  /** by the account's name */
  account(name: string): string;
  /** by the link's key: its secret, and the number of its page */
  token(link: string): string;
  link(link: string): string;
  /** by the post's title */
  post(title: string): string;
  /** the number of the last line of the log that tells of such an event */
  line(event: string): string;
  /** José's own reply to a post of that title */
  reply(title: string): string;
  /** long work that Orla asked for and that is half done */
  readonly underWay: UnderWay;
  /** a mail that tells José of several things */
  readonly mail: string;
}

/** One that asks for a role; the demo world has none to a group that is kept for some. */
export const FOR_NAVIGATORS = "for-navigators";

export async function setStage(): Promise<Stage> {
  const slugs = await table("select name as key, slug as value from groups");
  const accounts = await table("select name as key, id as value from account");
  const posts = await table("select title as key, id as value from post");
  const replies = await table(`select p.title as key, r.id as value from reply r join post p on p.id = r.post_id
    join account a on a.id = r.author_id where a.name = 'José Ñúñez'`);
  const lines = await table("select event as key, max(id)::text as value from audit group by event");
  const slug = (key: string) => known(slugs, groupWith(key).name);
  const account = (name: string) => known(accounts, name);
  const orla = { id: account("Orla Lindqvist"), name: "Orla Lindqvist" };
  const divers = { id: "", slug: slug("divers"), name: "Deep Divers" };
  const [links, made] = [await newTokens(), await joinLink(divers, orla, { label: "For navigators" })];
  links.set(FOR_NAVIGATORS, made);
  await someOpenings();
  const mail = await someMail();
  const underWay = await someWorkUnderWay(orla.id, slug("scouts"));
  return {
    ...{ mail, underWay },
    ...{ slug, account, token: (key) => known(links, key).token, link: (key) => known(links, key).id },
    ...{ post: (title) => known(posts, title), reply: (title) => known(replies, title) },
    line: (event) => known(lines, event),
  };
}

/** The database keeps only digests of secrets, so that every link gets a new one that is known here. */
function newTokens(): Promise<Map<string, { id: string; token: string }>> {
  return asOwner(async (client) => {
    const links = new Map<string, { id: string; token: string }>();
    for (const { key, label } of WORLD_LINKS) {
      const { token } = await newToken();
      const change = "update join_link set token_hash = $1 where label = $2 returning id";
      const { rows } = await client.query(change, [await hashToken(token), label]);
      links.set(key, { id: rows[0]?.id ?? "", token });
    }
    return links;
  });
}

/** So that a funnel has something to tell. */
async function someOpenings(): Promise<void> {
  await asOwner((client) =>
    client.query(`insert into join_link_opening (link_id, day, opened, signed_in)
      select id, current_date, 34, 21 from join_link where label = 'Friends of the parade' on conflict do nothing`),
  );
}

/** Kept as if it had been sent, since nobody loses a right for a picture. */
async function someMail(): Promise<string> {
  const id = crypto.randomUUID();
  const address = "http://localhost:3000";
  const groups = ["Shipwrights", "North Wind", "Storm Riders"];
  const lines = groups.map((name) => ({
    says: `You are no longer in ${name}.`,
    link: { label: `Open ${name}`, href: `${address}/groups` },
  }));
  const letter: Letter = {
    to: "jose.nunez@guildhall.example",
    subject: "3 things changed for you at Guildhall",
    paragraphs: [
      "This came about because the role Member lost the right “Request non-public groups”. By Orla Lindqvist.",
    ],
    link: { label: "See all of it", href: `${address}/notices` },
    lines,
    foot: {
      says: "You get this because you have an account at Guildhall (localhost:3000).",
      link: { label: "Choose what comes by mail", href: `${address}/notices/settings` },
    },
  };
  await asOwner(async (client) =>
    client.query("insert into sent_mail (id, recipient, subject, body, html) values ($1, $2, $3, $4, $5)", [
      id,
      letter.to,
      letter.subject,
      plainText(letter),
      await htmlOf(letter),
    ]),
  );
  return id;
}

async function table(query: string): Promise<Map<string, string>> {
  const { rows } = await asOwner((client) => client.query<{ key: string; value: string }>(query));
  return new Map(rows.map(({ key, value }) => [key, value]));
}

function known<T>(values: ReadonlyMap<string, T>, key: string): T {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the demo world has nothing called ${key}`);
  return value;
}

/** While the work is done the portal misses a table, so that every page that reads it fails. */
export async function withoutTable<T>(name: string, work: () => Promise<T>): Promise<T> {
  await asOwner((client) => client.query(`alter table "${name}" rename to "${name}_away"`));
  try {
    return await work();
  } finally {
    await asOwner((client) => client.query(`alter table "${name}_away" rename to "${name}"`));
  }
}
