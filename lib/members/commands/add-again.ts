import type { Outcome } from "@/lib/gate/command";
import type { AddAnswer } from "@/lib/policy/answers/add";
import type { Viewer } from "@/lib/session/viewer";
import { findEnded } from "../queries/list-ended";
import type { AddAgainInput } from "../schema";
import { ADD_SENTENCES } from "../sentences";
import { addMember } from "./add-member";

/** What came of each membership that was to begin anew. */
export interface AddedAgain {
  readonly added: number;
  readonly others: readonly { readonly person: string; readonly group: string; readonly why: string }[];
}

/**
 * Adds again whom a save removed, one by one: each is an addition like any other, by whoever asks and under their own
 * rights. Custom roles do not come back.
 */
export async function addAgain(
  viewer: Viewer,
  { request }: AddAgainInput,
): Promise<Outcome<"done" | "not-found", AddedAgain>> {
  const ended = await findEnded(viewer, request);
  if (!ended) return { answer: "not-found", done: false, data: null };
  const others: { person: string; group: string; why: string }[] = [];
  let added = 0;
  for (const { account, person, group, groupName, back } of ended.shown) {
    if (back) continue;
    const { answer } = await addMember(viewer, { group, account, roles: [], until: null });
    if (answer === "added") added += 1;
    else others.push({ person, group: groupName, why: ADD_SENTENCES[answer satisfies AddAnswer] });
  }
  return { answer: "done", done: true, data: { added, others } };
}
