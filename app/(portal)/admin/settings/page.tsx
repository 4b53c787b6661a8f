/** What holds for the whole portal: who may come in, what leaving takes, and names that no group may bear. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { currentViewer } from "@/lib/session/current";
import { findSettings, listReservedNames } from "@/lib/settings/queries";
import { one, withQuery } from "../../_parts/paths";
import { ADMIN } from "../_parts/crumbs";
import { ReserveForm } from "./_parts/reserve-form";
import { ReservedList } from "./_parts/reserved-list";
import { SettingsForm } from "./_parts/settings-form";

export const metadata: Metadata = { title: "Settings" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SettingsPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const after = one((await searchParams).after);
  const settings = await findSettings(viewer);
  const reserved = await listReservedNames(viewer, after);
  if (!settings || !reserved) notFound();
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="Settings"
        lead="What holds for the whole portal, from the moment it is saved."
      />
      <div className="grid grid-cols-1 gap-10">
        <SettingsForm settings={settings} />
        <Panel
          beside
          id="reserve"
          title="Reserved names"
          lead="No group is given one of these, whatever its capitals. Groups that bear one already keep it."
        >
          <ReserveForm />
        </Panel>
        <Panel beside id="reserved" title="Reserved now" look="bare">
          <ReservedList lines={reserved.lines} />
          <Pager
            of="names"
            previous={after ? withQuery("/admin/settings", {}) : undefined}
            next={reserved.next ? withQuery("/admin/settings", { after: reserved.next }) : undefined}
          />
        </Panel>
      </div>
    </>
  );
}
