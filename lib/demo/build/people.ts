/** The people, each by the import that leaves them without password and address. */
import { importAccount, importAccountShape } from "@/lib/people/commands/import-account";
import { WORLD_PEOPLE } from "../world/people";
import { must, type Site, severalAtOnce } from "./site";

export async function buildPeople(site: Site): Promise<void> {
  await severalAtOnce(WORLD_PEOPLE, async ({ name, roles, owner = false, inactive = false }) => {
    const input = importAccountShape.parse({ name, roles, owner, active: !inactive });
    const made = await must(`the import of ${name}`, importAccount(await site.self(), input));
    if (made) site.accounts.set(name, made.id);
  });
}
