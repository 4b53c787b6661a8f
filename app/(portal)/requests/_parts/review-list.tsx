/** Requests of several groups as one form: each button says whose answer it is. */
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button, ButtonLink } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { List, ListRow } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { decideFromListAction } from "@/lib/requests/actions";
import type { ReviewLine } from "@/lib/requests/queries";
import { decisionOf } from "@/lib/requests/schema";
import { groupPath } from "../../_parts/paths";
import { PersonName } from "../../_parts/person-name";
import { Box } from "./box";
import { LookFirst } from "./look-first";
import { Marks } from "./marks";

type Props = {
  lines: readonly ReviewLine[];
  /** names lead to pages about people */
  profiles: boolean;
  /** what stands there once all are answered, below the word on the last answer */
  none: ReactNode;
};

export function ReviewList({ lines, profiles, none }: Props) {
  return (
    <ActionForm
      action={decideFromListAction}
      label="Requests"
      done={<Notice tone="success">Answered. They have been told.</Notice>}
    >
      {lines.length > 0 ? (
        <List label="Requests to review">
          {lines.map((line) => (
            <Line key={line.id} line={line} profiles={profiles} />
          ))}
        </List>
      ) : (
        none
      )}
    </ActionForm>
  );
}

function Line({ line, profiles }: { line: ReviewLine; profiles: boolean }) {
  const { account, group, kind, note, madeAt } = line;
  return (
    <ListRow
      picture={
        <span className="flex items-center gap-3 max-sm:items-start">
          <Box line={line} whose={`${account.name}, ${group.name}`} />
          <Avatar name={account.name} />
        </span>
      }
      title={
        <>
          <PersonName person={account} profiles={profiles} bare />{" "}
          <span className="font-sans text-base font-normal text-muted">{WISHES[kind]}</span>{" "}
          <TextLink href={groupPath(group.slug, "/requests")} bare>
            {group.name}
          </TextLink>
        </>
      }
      badges={<Marks line={line} />}
      line={note ? `“${note}”` : null}
      meta={<Time at={madeAt} show="moment" />}
      actions={<Answers line={line} />}
    />
  );
}

const WISHES = { join: "wishes to join", leave: "wishes to leave" };

function Answers({ line }: { line: ReviewLine }) {
  const { account, group, kind } = line;
  const whose = `${account.name}, ${group.name}`;
  return (
    <>
      {line.takesRoles ? (
        <LookFirst line={line} whose={whose} />
      ) : (
        <Button
          type="submit"
          size="sm"
          variant="soft"
          name="decision"
          value={decisionOf("approve", kind, group.slug, account.id)}
          aria-label={`Approve: ${whose}`}
        >
          Approve
        </Button>
      )}
      <Button
        type="submit"
        size="sm"
        name="decision"
        value={decisionOf("reject", kind, group.slug, account.id)}
        aria-label={`Reject: ${whose}`}
      >
        Reject
      </Button>
      <ButtonLink
        href={groupPath(group.slug, `/requests/${account.id}`)}
        variant="plain"
        size="sm"
        className="max-[26rem]:-ml-3"
      >
        With a reason<span className="sr-only"> to {whose}</span>
      </ButtonLink>
    </>
  );
}
