/** What stands above every page of a group: its face, its name, and the pages that this person may open. */
import type { ReactNode } from "react";
import { GroupPicture } from "@/app/_ui/group-picture";
import { PageHeader } from "@/app/_ui/page-header";
import { type Tab, Tabs } from "@/app/_ui/tabs";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { groupPath, withQuery } from "../../../_parts/paths";
import { Standing } from "../../../_parts/standing";
import { WhyDoor } from "../../../_parts/why/why-door";
import { GroupBadges } from "./group-badges";

export type TabName = "about" | "posts" | "members" | "leaders" | "requests" | "links" | "log" | "settings";

/** The page of reasons has no tab: it is reached from what it explains. */
type Shown = TabName | "why";

type Props = { group: GroupPage; tab: Shown; actions?: ReactNode; children: ReactNode };

export function GroupFrame({ group, tab, actions, children }: Props) {
  const tabs = tabsOf(group, tab);
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Groups", href: withQuery("/groups", {}) }]}
        picture={<GroupPicture picture={group.picture} colour={group.colour} size={72} />}
        title={group.name}
        badges={
          <>
            <GroupBadges group={group} />
            <Standing line={group} />
          </>
        }
        actions={actions}
      />
      {tabs.length > 1 ? <Tabs label={group.name} tabs={tabs} /> : null}
      {children}
      {tab === "why" ? null : <WhyDoor />}
    </>
  );
}

function tabsOf({ slug, may, waiting }: GroupPage, current: Shown): Tab[] {
  const count = waiting >= 100 ? "100+" : waiting;
  const all: (Tab & { name: TabName; open: boolean })[] = [
    { name: "about", label: "About", href: groupPath(slug), open: true },
    { name: "posts", label: "Posts", href: groupPath(slug, "/posts"), open: may.viewPosts || may.createPosts },
    { name: "members", label: "Members", href: groupPath(slug, "/members"), open: may.listMembers },
    { name: "leaders", label: "Leaders", href: groupPath(slug, "/leaders"), open: may.appointLeaders },
    {
      name: "requests",
      label: "Requests",
      href: groupPath(slug, "/requests"),
      open: may.decideRequests,
      ...(waiting > 0 ? { count, countLabel: "waiting" } : {}),
    },
    { name: "links", label: "Join links", href: groupPath(slug, "/links"), open: may.manageLinks },
    { name: "log", label: "Log", href: groupPath(slug, "/log"), open: may.viewLog },
    {
      name: "settings",
      label: "Settings",
      href: groupPath(slug, "/settings"),
      open: may.edit || may.configure || may.delete,
    },
  ];
  return all.filter(({ open }) => open).map(({ name, open: _, ...tab }) => ({ ...tab, current: name === current }));
}
