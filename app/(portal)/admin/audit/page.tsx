/** Who did what in this portal, newest first: every line about no group, or about one that the reader sees. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { Time } from "@/app/_ui/time";
import { findMeant, type MeantBy } from "@/lib/audit/queries/find-meant";
import { findSealState, type SealState } from "@/lib/audit/queries/find-seal-state";
import { listLog } from "@/lib/audit/queries/list-log";
import { listLogTypes } from "@/lib/audit/queries/list-log-choices";
import { currentViewer } from "@/lib/session/current";
import { type AskedLog, askedFrom } from "../../_parts/log/asked";
import { LogBody } from "../../_parts/log/log-page";
import { ADMIN } from "../_parts/crumbs";

export const metadata: Metadata = { title: "The log" };

const BASE = "/admin/audit";
/** names nobody and no group */
const NOBODY = "00000000-0000-0000-0000-000000000000";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const asked = askedFrom(await searchParams, BASE);
  const meant = await findMeant(viewer, asked);
  const page = meant && (await listLog(viewer, byId(asked, meant), { after: asked.after }));
  if (!page) notFound();
  const [types, seals] = await Promise.all([listLogTypes(viewer), findSealState(viewer)]);
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="The log"
        lead="Who did what, and what came of it. It is read, never edited."
      />
      <LogBody base={BASE} asked={asked} page={page} meant={meant} types={types ?? []}>
        {seals ? <Sealed state={seals} /> : null}
      </LogBody>
    </>
  );
}

/** By whoever is meant; a name that nobody bears, or several, finds nothing. */
function byId(asked: AskedLog, meant: MeantBy): AskedLog {
  const id = (key: keyof MeantBy) => (asked[key] ? (meant[key]?.id ?? NOBODY) : null);
  return { ...asked, person: id("person"), actor: id("actor"), group: id("group") };
}

function Sealed({ state: { at, waiting } }: { state: SealState }) {
  const counted = waiting >= 1_000 ? "1,000+" : waiting;
  return (
    <p className="text-sm text-muted">
      {at ? (
        <>
          Sealed up to <Time at={at} />
        </>
      ) : (
        "Nothing is sealed yet"
      )}
      {waiting === 0 ? "." : `, ${counted} ${waiting === 1 ? "line is" : "lines are"} waiting.`}
    </p>
  );
}
