/** Every group that its reader sees, how each is set, and changing many of them at once. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { SearchBox } from "@/app/_ui/search-box";
import { Select } from "@/app/_ui/select";
import { findOverviewChoices, type OverviewChoices } from "@/lib/groups/queries/find-overview-choices";
import { listOverview, type OverviewPage } from "@/lib/groups/queries/list-overview";
import { flagWords } from "@/lib/groups/sentence-flags";
import { currentViewer } from "@/lib/session/current";
import { chosenBefore } from "../../_parts/chosen";
import { numberWords } from "../../_parts/count-words";
import { ADMIN } from "../_parts/crumbs";
import { type Asked, askedFrom, fieldsOf, overviewPath } from "./_parts/asked";
import { changeChoices } from "./_parts/change-choices";
import { ColumnLinks } from "./_parts/column-links";
import { GroupsTable } from "./_parts/groups-table";
import { Narrow, Narrowed } from "./_parts/narrow";

export const metadata: Metadata = { title: "All groups" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsOverviewPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const query = await searchParams;
  const asked = askedFrom(query);
  const page = await listOverview(viewer, asked);
  const choices = await findOverviewChoices(viewer);
  if (!page || !choices) notFound();
  const { q: _q, after: _after, ...kept } = fieldsOf(asked);
  return (
    <>
      <PageHeader crumbs={[ADMIN]} title="All groups" lead="Every group that you can see, and how it is set." />
      <div className="grid grid-cols-1 gap-4">
        <SearchBox
          action="/admin/group"
          label="Search groups"
          placeholder="A name, or a word from the description"
          defaultValue={asked.q ?? undefined}
          keep={kept}
          clear={overviewPath({ ...asked, q: null, after: null })}
        />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1 [&>:has([open])]:basis-full [&>[open]]:basis-full">
          <Narrow asked={asked} types={choices.types} roles={choices.roles} />
          <ColumnLinks asked={asked} />
        </div>
        <Narrowed asked={asked} types={choices.types} roles={choices.roles} />
        {page.lines.length > 0 ? (
          <Lines page={page} asked={asked} choices={choices} chosen={chosenBefore(query)} />
        ) : (
          <NothingHere stopped={page.stopped} />
        )}
        {page.stopped ? (
          <p className="text-sm text-muted">
            Looked through a thousand groups. Others that fit may stand behind them: go on with “Next”.
          </p>
        ) : null}
      </div>
      <Pager
        of="groups"
        previous={asked.after ? overviewPath({ ...asked, after: null }) : undefined}
        next={page.next ? overviewPath({ ...asked, after: page.next }) : undefined}
      />
    </>
  );
}

type LinesProps = { page: OverviewPage; asked: Asked; choices: OverviewChoices; chosen: ReadonlySet<string> };

function Lines({ page, asked, choices, chosen }: LinesProps) {
  const { after, ...where } = fieldsOf(asked);
  const whole = !page.next && !after;
  return (
    <>
      {whole ? <p className="text-sm text-muted">{numberWords(page.lines.length, "group")}</p> : null}
      <form action="/admin/group/change" aria-label="Change many groups">
        <input type="hidden" name="where" value={new URLSearchParams(where).toString()} />
        {after ? <input type="hidden" name="after" value={after} /> : null}
        <GroupsTable
          lines={page.lines}
          hide={asked.hide}
          whole={whole}
          chosen={page.lines.map(({ slug }) => slug).filter((slug) => chosen.has(slug))}
        >
          <div className="min-w-0 flex-1 basis-56">
            <Select
              name="change"
              label="What to do with them"
              optional
              quiet
              placeholder="What to do with them…"
              choices={changeChoices(choices)}
            />
          </div>
          <Button type="submit" variant="primary">
            See what would follow
          </Button>
          {whole ? null : (
            <Button type="submit" name="all" value="1">
              … for all that fit
            </Button>
          )}
        </GroupsTable>
      </form>
      <Meanings page={page} />
    </>
  );
}

/** For fingers and keyboards, which do not hover over a word. */
function Meanings({ page }: { page: OverviewPage }) {
  const used = new Map(page.lines.flatMap((line) => flagWords(line).map(({ word, meaning }) => [word, meaning])));
  if (used.size === 0) return null;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-muted">What the words mean</summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {[...used].map(([word, meaning]) => (
          <div key={word} className="contents">
            <dt className="font-semibold">{word}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function NothingHere({ stopped }: { stopped: boolean }) {
  return (
    <EmptyState
      title={stopped ? "None among those looked through" : "No group fits"}
      actions={<ButtonLink href={overviewPath({})}>Show all groups</ButtonLink>}
    >
      <p>{stopped ? "There are others behind them." : "Drop a filter, or search for fewer letters."}</p>
    </EmptyState>
  );
}
