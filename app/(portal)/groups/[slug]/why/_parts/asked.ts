/** What the address of a group's page of reasons asks: nobody named means oneself. */
import { askedSubject, type FoundSubject, foundSubject } from "@/app/(portal)/_parts/why/asked-subject";
import { listCandidates } from "@/lib/explain/queries/list-candidates";
import { oneself } from "@/lib/explain/who";
import type { Viewer } from "@/lib/session/viewer";
import { one } from "../../../../_parts/paths";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** `others`: the viewer may ask about somebody else; whoever may not is asked about themselves or not at all. */
export async function foundHere(viewer: Viewer, slug: string, query: Query, others: boolean): Promise<FoundSubject> {
  if (one(query.who) === undefined) return { found: "one", who: oneself(viewer) };
  const asked = askedSubject(query);
  if (asked.who) return { found: "one", who: asked.who };
  return others ? foundSubject(asked, (name) => listCandidates(viewer, name, slug)) : { found: "none", people: [] };
}
