/** One's own requests as one form: whatever is pending can be taken back. */

import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { GroupPicture } from "@/app/_ui/group-picture";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { withdrawRequestAction } from "@/lib/requests/actions";
import type { MyRequestLine } from "@/lib/requests/my-requests";

export function MyRequestList({ lines }: { lines: readonly MyRequestLine[] }) {
  return (
    <ActionForm
      action={withdrawRequestAction}
      label="My requests"
      done={<Notice tone="success">Your request is taken back.</Notice>}
    >
      <List label="My requests">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </List>
    </ActionForm>
  );
}

const STATUS = {
  pending: { words: "Pending", tone: "info" },
  approved: { words: "Approved", tone: "accent" },
  rejected: { words: "Rejected", tone: "danger" },
  withdrawn: { words: "Taken back", tone: "neutral" },
  closed: { words: "Closed", tone: "neutral" },
} as const;

function Line({ line }: { line: MyRequestLine }) {
  const { group, kind, status, reason, note, madeAt, decidedAt } = line;
  const said = [note && `You wrote: “${note}”`, reason && `Their answer: “${reason}”`].filter(Boolean).join(" · ");
  return (
    <ListRow
      picture={<GroupPicture picture={group?.picture ?? "hall"} colour={group?.colour ?? "slate"} />}
      title={
        <>
          <span className="font-sans text-base font-normal text-muted">{kind === "join" ? "To join" : "To leave"}</span>{" "}
          {group ? (
            <TextLink href={`/groups/${group.slug}`} bare>
              {group.name}
            </TextLink>
          ) : (
            "a group that you no longer see"
          )}
        </>
      }
      badges={<Badge tone={STATUS[status].tone}>{STATUS[status].words}</Badge>}
      line={said || null}
      meta={
        <>
          <span>
            Asked <Time at={madeAt} show="moment" />
          </span>
          {decidedAt ? (
            <span>
              Ended <Time at={decidedAt} show="moment" />
            </span>
          ) : null}
        </>
      }
      actions={
        status === "pending" && group ? (
          <Button type="submit" size="sm" name="group" value={group.slug} aria-label={`Withdraw: ${group.name}`}>
            Withdraw
          </Button>
        ) : null
      }
    />
  );
}
