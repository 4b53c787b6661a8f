/** The body of a log's page: how it is narrowed, the same as a file, its lines, and the way to older ones. */
import type { ReactNode } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import type { MeantBy } from "@/lib/audit/queries/find-meant";
import type { LogPage } from "@/lib/audit/queries/list-log";
import { withQuery } from "../paths";
import { type AskedLog, isNarrowed, logPath } from "./asked";
import { LogList } from "./log-list";
import { Narrow } from "./narrow";
import { Which } from "./which";

type Props = {
  base: string;
  asked: AskedLog;
  page: LogPage;
  meant: MeantBy;
  types: readonly { readonly name: string; readonly label: string }[];
  /** what stands below the lines */
  children?: ReactNode;
};

export function LogBody({ base, asked, page, meant, types, children }: Props) {
  return (
    <div className="grid grid-cols-1 gap-5">
      <Narrow base={base} asked={asked} meant={meant} types={types} />
      <Which base={base} asked={asked} meant={meant} />
      {page.lines.length > 0 ? <Files base={base} asked={settled(asked, meant)} /> : null}
      {page.lines.length > 0 ? (
        <LogList lines={page.lines} base={base} />
      ) : (
        <Nothing base={base} asked={asked} cut={page.cut} />
      )}
      {page.cut && page.lines.length > 0 ? (
        <p className="text-sm text-muted">So far it was looked through for this page. Older lines may follow.</p>
      ) : null}
      <Pager
        of="lines"
        previous={asked.after ? logPath(base, { ...asked, after: null }) : undefined}
        next={page.next ? logPath(base, { ...asked, after: page.next }) : undefined}
      />
      {children}
    </div>
  );
}

function Nothing({ base, asked, cut }: { base: string; asked: AskedLog; cut: boolean }) {
  if (cut)
    return (
      <EmptyState title="Nothing among these">
        <p>This stretch of the log was looked through. Go on to look further back.</p>
      </EmptyState>
    );
  return (
    <EmptyState title={isNarrowed(asked) ? "Nothing fits" : "Nothing has happened yet"}>
      {isNarrowed(asked) ? (
        <p>
          No line is like that. <TextLink href={logPath(base, {})}>Show every line</TextLink>
        </p>
      ) : (
        <p>Whatever is done here is written down, with who did it and why.</p>
      )}
    </EmptyState>
  );
}

/** By whoever is meant, as the page itself: a file is not asked which of several of a name. */
function settled(asked: AskedLog, { person, actor, group }: MeantBy): AskedLog {
  return {
    ...asked,
    ...(person?.id ? { person: person.id } : {}),
    ...(actor?.id ? { actor: actor.id } : {}),
    ...(group?.id ? { group: group.id } : {}),
  };
}

function Files({ base, asked: { after: _after, ...query } }: { base: string; asked: AskedLog }) {
  return (
    <p className="text-sm text-muted">
      Download these lines{" "}
      <a className="link" href={withQuery(`${base}/file`, { ...query, format: "csv" })}>
        as a table (CSV)
      </a>{" "}
      or{" "}
      <a className="link" href={withQuery(`${base}/file`, { ...query, format: "jsonl" })}>
        as JSON lines
      </a>
      , at most the newest 100,000.
    </p>
  );
}
