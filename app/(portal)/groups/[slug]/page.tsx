import { Notice } from "@/app/_ui/notice";
import { Sentence } from "@/app/_ui/sentence";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import { mayViewProfiles } from "@/lib/people/queries/may-view-profiles";
import { currentViewer } from "@/lib/session/current";
import { one } from "../../_parts/paths";
import { VerbButton, VerbForms } from "../../_parts/verb";
import { AboutAside } from "./_parts/about-aside";
import { foundGroup, type GroupProps, titled } from "./_parts/found";
import { GroupFrame } from "./_parts/group-frame";
import { LatestPosts } from "./_parts/latest-posts";
import { MayList } from "./_parts/may-list";
import { Welcome } from "./_parts/welcome";

export const generateMetadata = ({ params }: GroupProps) => titled(params);

export default async function AboutPage({ params, searchParams }: GroupProps) {
  const group = await foundGroup(params);
  const viewer = await currentViewer();
  return (
    <GroupFrame group={group} tab="about" actions={<VerbButton group={group} verb={group.verb} place="page" />}>
      <div className="grid gap-3 has-[[role]]:mb-8">
        <VerbForms />
        <Welcome group={group} said={one((await searchParams).welcome)} />
      </div>
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-8">
          <About group={group} />
          <Sentence>{group.sentence}</Sentence>
          <LatestPosts group={group} />
          {viewer.account ? <MayList group={group} /> : null}
        </div>
        <AboutAside group={group} profiles={mayViewProfiles(viewer)} />
      </div>
    </GroupFrame>
  );
}

function About({ group }: { group: GroupPage }) {
  if (group.description === null) {
    return (
      <Notice title="This page is not open to you">
        <p>You can see that the group exists and how you stand to it. What it says of itself is for others to read.</p>
      </Notice>
    );
  }
  if (group.description === "") return <p className="text-muted">Nothing has been written about this group yet.</p>;
  return (
    <section aria-label="About">
      <p className="max-w-prose text-lg whitespace-pre-line">{group.description}</p>
    </section>
  );
}
