/** Leaving the portal: everything that follows is said before it is asked whether one is sure. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { type Crumb, PageHeader } from "@/app/_ui/page-header";
import { findOwnEnd } from "@/lib/people/queries/find-own-end";
import { currentViewer } from "@/lib/session/current";
import { withQuery } from "../../_parts/paths";
import { LeaveForm } from "./_parts/leave-form";
import { WhatFollows } from "./_parts/what-follows";

export const metadata: Metadata = { title: "Leave the portal" };

const ACCOUNT: Crumb = { label: "Your account", href: "/account" };

export default async function LeavePortal() {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/account/leave");
  const own = await findOwnEnd(viewer);
  if (!own) redirect("/sign-in?next=/account/leave");
  return (
    <>
      <PageHeader crumbs={[ACCOUNT]} title="Leave the portal" lead="What would follow, before you decide." />
      {own.lastOwner ? (
        <LastOwner />
      ) : (
        <div className="grid max-w-prose gap-8">
          <WhatFollows end={own.end} />
          <LeaveForm hasPassword={own.hasPassword} without={own.end.withoutAdministrator} />
        </div>
      )}
    </>
  );
}

function LastOwner() {
  return (
    <div className="max-w-prose">
      <Notice
        tone="warning"
        title="You are the last active site owner"
        actions={<ButtonLink href={withQuery("/admin/people", {})}>Find somebody</ButtonLink>}
      >
        <p>
          Without you nobody could decide about this portal any more. Make somebody else a site owner first; then this
          page lets you go.
        </p>
      </Notice>
    </div>
  );
}
