/** The one group to which the account is to stand in some way: looked for, chosen, or left away. */
import { GroupPicture } from "@/app/_ui/group-picture";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { SearchBox } from "@/app/_ui/search-box";
import { TextLink } from "@/app/_ui/text-link";
import type { ViewAsPage } from "@/lib/view-as/queries/find-view-as-page";
import { withQuery } from "../../../_parts/paths";

type Props = Pick<ViewAsPage, "group" | "found"> & {
  q: string | undefined;
  /** a group was named that is not there to see */
  lost: boolean;
};

const HERE = "/admin/view-as";

export function InGroup({ group, found, q, lost }: Props) {
  if (group) {
    return (
      <p className="text-base">
        In <strong className="font-semibold">{group.name}</strong> the account may be a member or in charge.{" "}
        <TextLink href={withQuery(HERE, {})}>Choose no group</TextLink>
      </p>
    );
  }
  return (
    <section aria-labelledby="in-group" className="grid gap-3">
      <h2 id="in-group" className="text-xl">
        In a group
      </h2>
      <p className="text-sm text-muted">
        To look as a member, or as somebody in charge, find the group first. Without one the account is in no group.
      </p>
      <SearchBox action={HERE} label="Name of a group" placeholder="Name of a group" defaultValue={q} />
      {lost ? <Notice tone="warning">There is no such group, or you do not see it.</Notice> : null}
      {found?.length === 0 ? <Notice>No group that you see is called “{q}”.</Notice> : null}
      {found && found.length > 0 ? (
        <List label="Groups found">
          {found.map(({ slug, name, picture, colour, type }) => (
            <ListRow
              key={slug}
              picture={<GroupPicture picture={picture} colour={colour} size={36} />}
              title={
                <TextLink href={withQuery(HERE, { group: slug })} bare>
                  {name}
                </TextLink>
              }
              meta={type.label}
            />
          ))}
        </List>
      ) : null}
    </section>
  );
}
