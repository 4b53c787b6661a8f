/** What ends with one's own account, what stays, and which groups should be handed over first. */
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { AccountEnd } from "@/lib/people/queries/find-end";
import { EndList } from "../../../_parts/end-list";
import { groupPath } from "../../../_parts/paths";

export function WhatFollows({ end }: { end: AccountEnd }) {
  const { named, count } = end.withoutAdministrator;
  return (
    <>
      {count > 0 ? (
        <Notice
          tone="warning"
          title={
            count === 1 ? "A group needs somebody to look after it" : `${count} groups need somebody to look after them`
          }
        >
          <p>
            You are the last administrator there, and others are in. Make one of them an administrator before you go. If
            you go nevertheless, the site owners are told.
          </p>
          <ul className="grid list-disc gap-1 pl-5">
            {named.map(({ slug, name }) => (
              <li key={slug}>
                <TextLink href={groupPath(slug, "/members")}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Panel id="ends" title="What ends">
        <EndList end={end} whose="own" />
      </Panel>
      <Panel id="stays" title="What stays">
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>Your posts and replies. Of a deleted account they stand by “deleted account”.</li>
          <li>Groups that you created.</li>
          <li>The log of what was done here, with your name as it was then.</li>
        </ul>
      </Panel>
    </>
  );
}
