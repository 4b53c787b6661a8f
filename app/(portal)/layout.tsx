/** The frame of every page that knows its viewer. It shows ways, and lets nobody through: each page asks for itself. */
import type { Route } from "next";
import type { ReactNode } from "react";
import { countWaiting } from "@/lib/requests/queries";
import { currentViewer } from "@/lib/session/current";
import { ViewingAs } from "../_parts/viewing-as";
import { AppShell } from "../_ui/app-shell";
import { NavLink } from "../_ui/nav-link";
import { Count } from "../_ui/tabs";
import { AccountCorner } from "./_parts/account-corner";
import { administers } from "./_parts/administers";
import { HelpDoor } from "./_parts/keys/help-door";
import { PaletteDoor } from "./_parts/palette/palette-door";
import { UnprovenAddress } from "./_parts/unproven-address";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const here = viewer.account?.active === true;
  const waiting = await countWaiting(viewer);
  return (
    <>
      <ViewingAs />
      <AppShell
        home={here ? "/home" : "/"}
        nav={
          <>
            <NavLink href="/groups" also={["/my-groups", "/my-requests"]}>
              Groups
            </NavLink>
            {here && waiting > 0 ? <ToReview waiting={waiting} /> : null}
            {administers(viewer) ? <NavLink href={"/admin" as Route}>Admin</NavLink> : null}
          </>
        }
        find={<PaletteDoor />}
        account={<AccountCorner viewer={viewer} />}
        footer={<HelpDoor />}
        banner={here && viewer.email && !viewer.emailProven ? <UnprovenAddress /> : null}
      >
        {children}
      </AppShell>
    </>
  );
}

function ToReview({ waiting }: { waiting: number }) {
  return (
    <NavLink href="/requests">
      To review <Count value={waiting >= 100 ? "100+" : waiting} label="waiting" />
    </NavLink>
  );
}
