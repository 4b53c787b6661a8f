/** One's own groups with since, until and roles, and the way out where there is one. */
import type { Route } from "next";
import { Badge } from "@/app/_ui/badge";
import { ButtonLink } from "@/app/_ui/button";
import { GroupPicture } from "@/app/_ui/group-picture";
import { List, ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { MyGroupLine } from "@/lib/groups/queries/list-my-groups";
import { howWords } from "./how-words";
import { groupPath } from "./paths";

export function MyGroupList({ lines }: { lines: readonly MyGroupLine[] }) {
  return (
    <List label="My groups">
      {lines.map((line) => (
        <ListRow
          key={line.slug}
          picture={<GroupPicture picture={line.picture} colour={line.colour} />}
          title={
            <TextLink href={`/groups/${line.slug}`} bare>
              {line.name}
            </TextLink>
          }
          badges={<Standing line={line} />}
          line={line.line}
          meta={<Facts line={line} />}
          actions={<WayOut line={line} />}
        />
      ))}
    </List>
  );
}

function Standing({ line }: { line: MyGroupLine }) {
  return (
    <>
      {line.status.leads ? <Badge tone="accent">Leader</Badge> : null}
      {line.roles.map((role) => (
        <Badge key={role}>{role}</Badge>
      ))}
      {line.verb.kind === "managed" ? <Badge tone="info">Managed for you</Badge> : null}
      {line.verb.kind === "pending" ? <Badge tone="info">Leaving, pending</Badge> : null}
      {line.published ? null : <Badge>Not published</Badge>}
    </>
  );
}

function Facts({ line }: { line: MyGroupLine }) {
  return (
    <>
      <span>{line.type.label}</span>
      {line.since ? (
        <span>
          Since <Time at={line.since} show="day" />
        </span>
      ) : (
        <span>You lead it without being in it</span>
      )}
      {line.until ? (
        <span>
          Until <Time at={line.until} show="day" />
        </span>
      ) : null}
      {line.came ? <span>{howWords(line.came)}</span> : null}
      {line.staying ? <span className="basis-full">{line.staying}</span> : null}
      <TextLink href={groupPath(line.slug, "/why")}>
        What you may do there<span className="sr-only">{` in ${line.name}`}</span>, and why
      </TextLink>
    </>
  );
}

function WayOut({ line }: { line: MyGroupLine }) {
  const words = { "member-leave": "Leave", "member-ask-leave": "Ask to leave" } as const;
  const kind = line.verb.kind;
  if (kind !== "member-leave" && kind !== "member-ask-leave") return null;
  return (
    <ButtonLink
      href={`/groups/${line.slug}/leave` as Route}
      variant="plain"
      size="sm"
      className="sm:-mr-3 max-sm:-ml-3"
      aria-label={`${words[kind]}: ${line.name}`}
    >
      {words[kind]}
    </ButtonLink>
  );
}
