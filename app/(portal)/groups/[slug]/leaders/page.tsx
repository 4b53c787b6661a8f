/** Who is in charge, and choosing them: people by their exact name, or a whole group by its address. */
import { notFound } from "next/navigation";
import { List } from "@/app/_ui/list";
import { Panel } from "@/app/_ui/panel";
import { SearchBox } from "@/app/_ui/search-box";
import { appointLeaderAction, dismissLeaderAction } from "@/lib/leaders/actions";
import { listLeaders } from "@/lib/leaders/queries";
import { listPeopleNamed } from "@/lib/members/queries/list-people-named";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { currentViewer } from "@/lib/session/current";
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
