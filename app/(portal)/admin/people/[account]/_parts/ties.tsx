/** What somebody leads, waits for, and made links to. */
import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { List, ListRow } from "@/app/_ui/list";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import type { AccountTies } from "@/lib/people/queries/list-memberships";
import { groupPath } from "../../../../_parts/paths";

type Props = { account: string; ties: AccountTies };

export function Ties({ account, ties: { leads, asks, links } }: Props) {
  return (
    <>
      {leads.length > 0 ? (
        <Part id="leads" title="In charge of">
          {leads.map((line) => (
            <Row
              key={line.slug}
              place={line}
              rest=""
              badges={line.leftOut ? <Badge tone="warning">Not eligible</Badge> : null}
              since={line.since}
            />
          ))}
        </Part>
      ) : null}
      {asks.length > 0 ? (
        <Part id="asks" title="Waiting for an answer">
          {asks.map((line) => (
            <Row
              key={line.slug}
              place={line}
              rest={`/requests/${account}`}
              badges={<Badge tone="info">{line.kind === "join" ? "Asks to join" : "Asks to leave"}</Badge>}
              since={line.since}
            />
          ))}
        </Part>
      ) : null}
      {links.length > 0 ? (
        <Part id="links" title="Join links that they made">
          {links.map((line) => (
            <Row
              key={line.id}
              place={line}
              rest={`/links/${line.id}`}
              badges={line.revoked ? <Badge>Revoked</Badge> : null}
              line={line.label}
            />
          ))}
        </Part>
      ) : null}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Panel beside id={id} title={title} look="bare">
      <List label={title}>{children}</List>
    </Panel>
  );
}

type RowProps = {
  place: { readonly slug: string; readonly name: string };
  rest: string;
  badges: ReactNode;
  since?: string;
  line?: string;
};

function Row({ place, rest, badges, since, line }: RowProps) {
  return (
    <ListRow
      title={
        <TextLink href={groupPath(place.slug, rest)} bare>
          {place.name}
        </TextLink>
      }
      badges={badges}
      line={line || null}
      meta={
        since ? (
          <span>
            Since <Time at={since} show="day" />
          </span>
        ) : null
      }
    />
  );
}
