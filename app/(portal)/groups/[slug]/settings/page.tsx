import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { findGroupSettings } from "@/lib/groups/queries/find-group-settings";
import { currentViewer } from "@/lib/session/current";
import { groupPath } from "../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../_parts/found";
import { GroupFrame } from "../_parts/group-frame";
import { ConfigureForm } from "./_parts/configure-form";
import { EditForm } from "./_parts/edit-form";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "Settings");

export default async function SettingsPage({ params }: GroupProps) {
  const group = await foundGroup(params);
  const settings = await findGroupSettings(await currentViewer(), group.slug);
  if (!settings) notFound();
  const { may } = settings;
  return (
    <GroupFrame group={group} tab="settings">
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 lg:grid-cols-2 lg:grid-rows-[auto_1fr]">
        {may.edit ? (
          <Panel id="edit" title="What it says of itself">
            <EditForm settings={settings} />
          </Panel>
        ) : null}
        {may.configure ? (
          <div className="lg:row-span-2">
            <Panel id="configure" title="How people get in">
              <ConfigureForm settings={settings} />
            </Panel>
          </div>
        ) : null}
        {may.delete ? (
          <Panel id="delete" title="Delete this group" tone="danger">
            <div className="grid justify-items-start gap-3 text-sm">
              <p>Its memberships, requests, links and posts go with it. The next page says how many.</p>
              <ButtonLink href={groupPath(group.slug, "/delete")} variant="danger">
                Delete…
              </ButtonLink>
            </div>
          </Panel>
        ) : null}
      </div>
    </GroupFrame>
  );
}
