/** Who is in charge, and choosing them: people by their exact name, or a whole group by its address. */
import { notFound } from "next/navigation";
import { List } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SearchBox } from "@/app/_ui/search-box";
import { appointLeaderAction, dismissLeaderAction } from "@/lib/leaders/actions";
import { type LeaderList, listLeaders } from "@/lib/leaders/queries";
import { listPeopleNamed } from "@/lib/members/queries/list-people-named";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { currentViewer } from "@/lib/session/current";
import { oneOf } from "../../../_parts/count-words";
import { ListForms } from "../../../_parts/list-form";
import { groupPath, one } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { FoundPeople } from "./_parts/found-people";
import { LeaderGroupForm } from "./_parts/leader-group-form";
import { LeaderRow } from "./_parts/leader-row";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Leaders");

export default async function LeadersPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const viewer = await currentViewer();
  const list = group.may.appointLeaders ? await listLeaders(viewer, group.slug) : null;
  if (!list) notFound();
  const who = one((await searchParams).who)?.trim();
  const profiles = mayViewProfiles(viewer);
  const people = who ? await listPeopleNamed(viewer, group.slug, who) : null;
  return (
    <GroupFrame group={group} tab="leaders">
      <div className="grid grid-cols-1 gap-10">
        <Panel
          beside
          id="leaders"
          title="In charge"
          lead="Leaders hold what the rules give to them here. They need not be members."
          look="bare"
        >
          <ListForms
            forms={[
              { id: "appoint", action: appointLeaderAction },
              { id: "dismiss", action: dismissLeaderAction },
            ]}
          >
            <input type="hidden" name="group" value={group.slug} />
          </ListForms>
          <LeftOut list={list} />
          {list.lines.length > 0 ? (
            <List label="Leaders">
              {list.lines.map((line) => (
                <LeaderRow
                  key={line.account?.id ?? line.leaderGroup?.slug ?? line.since}
                  line={line}
                  profiles={profiles}
                />
              ))}
            </List>
          ) : (
            <p className="text-muted">Nobody leads this group yet.</p>
          )}
        </Panel>
        <Panel beside id="brings" title="What leading brings" lead="By the rules for this kind of group.">
          <Brings brings={list.brings} />
        </Panel>
        <Panel beside id="people" title="Put somebody in charge">
          <div className="grid gap-4">
            <SearchBox
              action={groupPath(group.slug, "/leaders")}
              label="Full name"
              name="who"
              placeholder="Full name"
              defaultValue={who}
            />
            {who && people ? <FoundPeople people={people} who={who} profiles={profiles} /> : null}
          </div>
        </Panel>
        <Panel beside id="leader-group" title="Put a whole group in charge">
          <LeaderGroupForm slug={group.slug} />
        </Panel>
      </div>
    </GroupFrame>
  );
}

/** Somebody in charge whom the group is not for: what it means, and what can be done. */
function LeftOut({ list: { lines, eligible } }: { list: LeaderList }) {
  const some = lines.some(({ leftOut, leaderGroup }) => leftOut || (leaderGroup?.leftOut ?? 0) > 0);
  if (!some) return null;
  return (
    <div className="mb-4">
      <Notice tone="warning" title="Somebody in charge is not one of those that this group is for">
        <p>
          It is kept for {oneOf(eligible)}. They go on leading, and could not join. Give them the role, keep the group
          for theirs as well, or dismiss them; the mark goes by itself once they are eligible.
        </p>
      </Notice>
    </div>
  );
}

function Brings({ brings: { labels, everything } }: { brings: LeaderList["brings"] }) {
  if (everything) return <p>Everything that is possible in this group.</p>;
  if (labels.length === 0) return <p>Nothing. The rules for this kind of group give leaders no rights of their own.</p>;
  return (
    <ul className="grid list-disc gap-1 pl-5 text-sm sm:grid-cols-2 sm:gap-x-8">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}
