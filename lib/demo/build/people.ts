/** The people, by the import that leaves them without password; addresses come last. */
import { importAccountShape, importAccounts } from "@/lib/people/commands/import-account";
import { WORLD_PEOPLE } from "../world/people";
import { must, type Site } from "./site";

export async function buildPeople(site: Site): Promise<void> {
  const people = WORLD_PEOPLE.map(({ name, roles, owner, inactive }) =>
    importAccountShape.parse({ name, roles, owner, active: !inactive }),
  );
  const ids = await must("the import of people", importAccounts(await site.self(), people));
  for (const [n, { name }] of WORLD_PEOPLE.entries()) {
    const id = ids?.[n];
    if (id) site.accounts.set(name, id);
  }
}
