/** `why`: the same trace as the page shows, for whoever runs the portal. */
import { closestMatch } from "leven";
import { printed } from "@/lib/explain/printed";
import { findExplanation } from "@/lib/explain/queries/find-explanation";
import { listAccountsNamed, listGroupsNamed } from "@/lib/explain/queries/list-named";
import { type Who, whoOf } from "@/lib/explain/who";
import { GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import { siteViewer, type Viewer } from "@/lib/session/viewer";
import { Halt } from "../halt";
import type { CommandLine } from "./commands";

const USAGE = "why WHO PERMISSION GROUP – says why somebody may or may not do something in a group";
const WHO_HINT = "WHO is a name, an e-mail address, an account's id, visitor, outsider, or roles:ONE,OTHER.";

export const WHY: CommandLine = {
  name: "why",
  usage: USAGE,
  run: async ({ portal, args, say }) => {
    const [who = "", permission = "", group = "", ...more] = args;
    if (group === "" || more.length > 0) {
      say(`Use: ${USAGE}\n${WHO_HINT}`);
      return 2;
    }
    known(
      "permission",
      permission,
      GROUP_PERMISSIONS.map(({ key }) => key),
    );
    const site = await siteViewer(portal);
    const asked = { who: await whoNamed(site, who), permission, group: { id: await groupNamed(site, group) } };
    const explanation = await findExplanation(site, asked);
    if (!explanation) throw new Halt("The group or the account went away while it was asked about.");
    for (const line of printed(explanation)) say(line);
    return 0;
  },
};

function known(what: string, said: string, all: readonly string[]): void {
  if (all.includes(said)) return;
  const nearest = closestMatch(said, [...all]);
  throw new Halt(`There is no ${what} “${said}”${nearest === undefined ? "." : ` – “${nearest}”?`}`);
}

async function whoNamed(site: Viewer, text: string): Promise<Who> {
  const said = whoOf(text);
  if (said && said.kind !== "person") {
    if (said.kind === "roles") for (const role of said.roles) known("role", role, rolesOf(site));
    return said;
  }
  const found = await listAccountsNamed(site, text);
  const { id } = theOne("account", text, found, ({ name, email, id }) => `${name}  ${email ?? "no address"}  ${id}`);
  return { kind: "person", account: id };
}

const rolesOf = ({ policy }: Viewer) => [...policy.globalRoles.keys()].filter((role) => role !== "anonymous");

async function groupNamed(site: Viewer, text: string): Promise<string> {
  return theOne("group", text, await listGroupsNamed(site, text), ({ name, slug }) => `${name}  ${slug}`).id;
}

/** The one that is called exactly so, or else the only one that begins like it. */
function theOne<One extends { exact: boolean }>(
  what: string,
  said: string,
  found: readonly One[],
  line: (one: One) => string,
): One {
  const exact = found.filter((one) => one.exact);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (!only) throw new Halt(`There is no ${what} “${said}”.`);
  if (others.length === 0) return only;
  const all = [only, ...others].map((one) => `  ${line(one)}`);
  throw new Halt([`“${said}” may be any of these; say which by its last word here:`, ...all].join("\n"));
}
