/** A written list on its way to being carried out: its lines as a job takes them, and which of several is meant. */
import type { JobLineInput } from "@/lib/jobs/start";
import type { WrittenPerson } from "./queries/list-people-written";
import { type AddLine, endOf } from "./schema";

/** The choices of a form by line; what is no choice says nothing. */
export function chosenFrom(choices: readonly string[]): ReadonlyMap<number, string> {
  const said = choices.map((choice) => /^(\d{1,7}):(.+)$/.exec(choice)).filter((one) => one !== null);
  return new Map(said.map(([, line, account]) => [Number(line), account ?? ""]));
}

export function jobLineOf(group: { slug: string; id: string }, person: WrittenPerson): JobLineInput {
  const { line, account, unfound, roleNames, until } = person;
  const input: AddLine = {
    ...{ group: group.slug, line, account: account?.id ?? null, unfound },
    ...{ roles: [...roleNames], until: endOf(until) },
  };
  return { input, said: person.who, groupId: group.id, ...(account ? { accountId: account.id } : {}) };
}

export const addsSomebody = (people: readonly { readonly account: unknown; readonly unfound: unknown }[]): boolean =>
  people.some(({ account, unfound }) => account && !unfound);
