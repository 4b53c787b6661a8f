/** A group in a list: what it is, how one stands to it, and the one thing to do. */
import { GroupPicture } from "@/app/_ui/group-picture";
import { ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import type { GroupLine } from "@/lib/groups/line";
import { countWords } from "./count-words";
import { groupPath } from "./paths";
import { Standing } from "./standing";
import { VerbButton } from "./verb";

type Props = { line: GroupLine /** its name alone would not tell it from others */; addressed?: boolean };

export function GroupRow({ line, addressed }: Props) {
  return (
    <ListRow
      picture={<GroupPicture picture={line.picture} colour={line.colour} />}
      title={
        <TextLink href={groupPath(line.slug)} bare>
          {line.name}
        </TextLink>
      }
      badges={<Standing line={line} />}
      line={line.line || null}
      meta={
        <>
          {addressed ? <span>{line.slug}</span> : null}
          <span>{line.type.label}</span>
          {line.members ? <span>{countWords(line.members, "member")}</span> : null}
        </>
      }
      actions={<VerbButton group={line} verb={line.verb} />}
    />
  );
}
