import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { LeaderLine } from "@/lib/leaders/queries";
import { countWords, numberWords } from "../../../../_parts/count-words";
import { groupPath } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";

type Props = { line: LeaderLine; profiles: boolean };

export function LeaderRow({ line, profiles }: Props) {
  return (
    <ListRow
      picture={line.account ? <Avatar name={line.account.name} /> : null}
      title={<Name line={line} profiles={profiles} />}
      badges={<LeftOut line={line} />}
      meta={<Known line={line} profiles={profiles} />}
      actions={<Dismiss line={line} />}
    />
  );
}

function LeftOut({ line: { leftOut, leftOutSince, leaderGroup } }: { line: LeaderLine }) {
  if (leftOut) return <Badge tone="warning">{leftOutSince ? "Not eligible any more" : "Not eligible"}</Badge>;
  const some = leaderGroup?.leftOut ?? 0;
  return some > 0 ? <Badge tone="warning">{numberWords(some, "member")} not eligible</Badge> : null;
}

function Known({ line: { since, by, leftOut, leftOutSince, leaderGroup }, profiles }: Props) {
  return (
    <>
      <span>
        Since <Time at={since} show="day" />
      </span>
      {by ? (
        <span>
          Appointed by <PersonName person={by} profiles={profiles} />
        </span>
      ) : null}
      {leaderGroup?.members ? <span>{countWords(leaderGroup.members, "member")}</span> : null}
      {leftOut && leftOutSince ? (
        <span>
          Not eligible since <Time at={leftOutSince} show="day" />
        </span>
      ) : null}
    </>
  );
}

function Name({ line: { account, leaderGroup }, profiles }: Props) {
  if (account) return <PersonName person={account} profiles={profiles} bare />;
  if (!leaderGroup) return "Everybody in a group that you do not see";
  return (
    <>
      Everybody in{" "}
      <TextLink href={groupPath(leaderGroup.slug)} bare>
        {leaderGroup.name}
      </TextLink>
    </>
  );
}

function Dismiss({ line: { account, leaderGroup } }: { line: LeaderLine }) {
  const who = account ?? leaderGroup;
  if (!who) return null;
  const named = account ? { name: "account", value: account.id } : { name: "leaderGroup", value: leaderGroup?.slug };
  return (
    <Button type="submit" form="dismiss" size="sm" {...named}>
      Dismiss<span className="sr-only"> {who.name}</span>
    </Button>
  );
}
