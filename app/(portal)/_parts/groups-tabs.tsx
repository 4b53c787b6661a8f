/** The lists of groups and requests side by side: everything, one's own, what one asked for, what waits for one. */
import { type Tab, Tabs } from "@/app/_ui/tabs";
import { decideGlobal } from "@/lib/policy/decide";
import { countWaiting } from "@/lib/requests/queries";
import type { Viewer } from "@/lib/session/viewer";
import { withQuery } from "./paths";

type Props = {
  viewer: Viewer;
  current: "/groups" | "/my-groups" | "/my-requests" | "/requests";
};

/** Nothing for visitors, who have one list. */
export async function GroupsTabs({ viewer, current }: Props) {
  if (!viewer.account?.active) return null;
  const waiting = await countWaiting(viewer);
  const review = waiting > 0 ? { count: waiting >= 100 ? "100+" : waiting, countLabel: "waiting" } : {};
  const all = [
    ...(decideGlobal(viewer, "directory.view").allowed ? [{ path: "/groups", label: "All" }] : []),
    { path: "/my-groups", label: "My groups" },
    { path: "/my-requests", label: "My requests" },
    ...(waiting > 0 || current === "/requests" ? [{ path: "/requests", label: "To review", ...review }] : []),
  ];
  const tabs: Tab[] = all.map(({ path, ...tab }) => ({ ...tab, href: withQuery(path, {}), current: path === current }));
  return <Tabs label="Lists" tabs={tabs} />;
}
