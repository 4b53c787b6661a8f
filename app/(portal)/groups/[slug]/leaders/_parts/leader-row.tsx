import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { LeaderLine } from "@/lib/leaders/queries";
import { groupPath } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";

export function LeaderRow({ line, profiles }: { line: LeaderLine; profiles: boolean }) {
  return (
    <ListRow
      picture={line.account ? <Avatar name={line.account.name} /> : null}
      title={<Name line={line} profiles={profiles} />}
      badges={line.flagged ? <Badge tone="warning">Not eligible any more</Badge> : null}
      meta={
        <span>
          Since <Time at={line.since} show="day" />
        </span>
      }
      actions={<Dismiss line={line} />}
    />
  );
}

function Name({ line: { account, leaderGroup }, profiles }: { line: LeaderLine; profiles: boolean }) {
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
