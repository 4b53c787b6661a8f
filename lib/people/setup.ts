// Promise: a portal begins once, and its first site owner is made once – by a link that is printed, or by who started it.
import { EnvError } from "@/lib/env";
import { openPortal, type Portal } from "@/lib/portal";
import { Refusal } from "@/lib/refusal";
import { digestOf } from "@/lib/session/session";
import { siteViewer } from "@/lib/session/viewer";
import { begin, offerSetup } from "./beginning";
import { findSetup, makeFirstOwner } from "./commands/make-first-owner";
import { parseEmail } from "./email";
import { tidyName } from "./name";
import { lengthProblem } from "./password/rules";
import { newSetupToken } from "./proof-token";

/** Marks the database for its purpose and lays the beginning, as the owner of `ownerUrl`. Whether that was now. */
export async function beginPortal({
  ownerUrl,
  demo,
}: {
  ownerUrl: string;
  appUrl: string;
  demo: boolean;
}): Promise<boolean> {
  return withPortal(ownerUrl, async (portal) => (await begin(await siteViewer(portal), { demo })).done);
}

export interface SetupWish {
  readonly appUrl: string;
  /** a role that may mark the database; without it the portal's own is tried */
  readonly ownerUrl?: string;
  /** the portal's address, without a slash at its end */
  readonly address: string;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
}

/** Begins the portal if need be. Null where an owner exists; else the owner that was made, or a new link that makes one. */
export async function ensureSetupLink(wish: SetupWish): Promise<{ link: string } | { madeOwner: string } | null> {
  const { appUrl, ownerUrl = appUrl, address, adminEmail, adminPassword } = wish;
  await beginPortal({ ownerUrl, appUrl, demo: false });
  return withPortal(appUrl, async (portal) => {
    if ((await findSetup(portal.store.reader, null)).ownerExists) return null;
    if (adminEmail && adminPassword) return makeNamedOwner(portal, adminEmail, adminPassword);
    const token = newSetupToken();
    const offered = await offerSetup(await siteViewer(portal), { tokenHash: await digestOf(token) });
    return offered.done ? { link: `${address}/setup/${token}` } : null;
  });
}

async function makeNamedOwner(
  portal: Portal,
  adminEmail: string,
  password: string,
): Promise<{ madeOwner: string } | null> {
  const email = parseEmail(adminEmail)?.email;
  if (!email) throw new EnvError("ADMIN_EMAIL must be a plain e-mail address, such as name@example.org.");
  const problem = lengthProblem(password);
  if (problem) throw new EnvError(`The password in ADMIN_PASSWORD_FILE cannot be used. ${problem}`);
  const tidied = tidyName(email.slice(0, email.indexOf("@")));
  const name = "name" in tidied ? tidied.name : "Site owner";
  try {
    const owner = { token: null, name, email, password, everyoneIsMember: false };
    return (await makeFirstOwner(await siteViewer(portal), owner)).done ? { madeOwner: email } : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.fields.password ?? error.message;
    throw new EnvError(`The password in ADMIN_PASSWORD_FILE cannot be used. ${why}`);
  }
}

async function withPortal<T>(url: string, work: (portal: Portal) => Promise<T>): Promise<T> {
  const portal = await openPortal({ url, size: 2, logLevel: "warn" });
  try {
    return await work(portal);
  } finally {
    await portal.store.end();
  }
}
