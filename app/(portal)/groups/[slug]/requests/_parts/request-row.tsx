/** A wish to join or to leave, with the two answers. Answers with a reason have a page of their own. */
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button, ButtonLink } from "@/app/_ui/button";
import { ListRow } from "@/app/_ui/list";
import { Time } from "@/app/_ui/time";
import type { ReviewLine } from "@/lib/requests/queries";
import { decisionOf } from "@/lib/requests/schema";
import { groupPath } from "../../../../_parts/paths";
import { PersonName } from "../../../../_parts/person-name";
import { Box } from "../../../../requests/_parts/box";
import { LookFirst } from "../../../../requests/_parts/look-first";
import { Marks } from "../../../../requests/_parts/marks";

type Props = { line: ReviewLine; mayDecide: boolean; profiles: boolean };

export function RequestRow({ line, mayDecide, profiles }: Props) {
  return (
    <ListRow
      picture={
        <span className="flex items-center gap-3 max-sm:items-start">
          {mayDecide && !line.own ? <Box line={line} whose={line.account.name} /> : null}
          <Avatar name={line.account.name} />
        </span>
      }
      title={<PersonName person={line.account} profiles={profiles} bare />}
      badges={
        <>
          <Badge tone={line.kind === "leave" ? "warning" : "neutral"}>
            {line.kind === "join" ? "Asks to join" : "Asks to leave"}
          </Badge>
          <Marks line={line} />
        </>
      }
      line={line.note ? `“${line.note}”` : null}
      meta={<Time at={line.madeAt} />}
      actions={mayDecide ? <Answers line={line} /> : null}
    />
  );
}

function Answers({ line }: { line: ReviewLine }) {
  if (line.own) return <span className="text-sm text-muted">Your own: somebody else answers it</span>;
  const { group, account, kind } = line;
  const answer = (verdict: "approve" | "reject", word: string) => (
    <Button
      type="submit"
      form="decide"
      size="sm"
      variant={verdict === "approve" ? "soft" : "quiet"}
      name="decision"
      value={decisionOf(verdict, kind, group.slug, account.id)}
    >
      {word}
      <span className="sr-only"> {account.name}</span>
    </Button>
  );
  return (
    <>
      {line.takesRoles ? <LookFirst line={line} whose={account.name} /> : answer("approve", "Approve")}
      {answer("reject", "Reject")}
      <ButtonLink
        href={groupPath(group.slug, `/requests/${account.id}`)}
        variant="plain"
        size="sm"
        className="max-[26rem]:-ml-3"
      >
        With a reason<span className="sr-only"> to {account.name}</span>
      </ButtonLink>
    </>
  );
}
