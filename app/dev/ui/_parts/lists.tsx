import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button, ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { GroupPicture } from "@/app/_ui/group-picture";
import { List, ListRow } from "@/app/_ui/list";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { Specimen } from "./specimen";

const LONG = "They keep the ovens of the whole quarter warm, and whoever comes by in the morning is given a roll.";

export function Lists() {
  return (
    <>
      <Specimen title="Rows">
        <List label="Groups to look at">
          <ListRow
            picture={<GroupPicture picture="flame" colour="brick" />}
            title={
              <TextLink href="/dev/ui" bare>
                Bakers of the Lower Quarter
              </TextLink>
            }
            badges={<Badge tone="accent">Member</Badge>}
            line={LONG}
            meta={
              <>
                <span>Crew</span>
                <span>1,204 members</span>
              </>
            }
            actions={<Button size="sm">Leave</Button>}
          />
          <ListRow picture={<Avatar name="Bo" />} title="Bo" line="A row without actions" />
          <ListRow title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" />
        </List>
      </Specimen>
      <Specimen title="Nothing there">
        <EmptyState title="No group of that name" actions={<ButtonLink href="/dev/ui">Drop the search</ButtonLink>}>
          <p>Have an invitation link? Paste it.</p>
        </EmptyState>
      </Specimen>
      <Specimen title="Panels">
        <Panel id="sheet" title="On a sheet" lead="One line below." actions={<Button size="sm">Change</Button>}>
          <p>What belongs to it.</p>
        </Panel>
        <Panel id="bare" title="Bare" look="bare">
          <p>For lists and tables, which have rules of their own.</p>
        </Panel>
        <Panel id="risky" title="What cannot be undone" tone="danger">
          <Button variant="danger">Delete…</Button>
        </Panel>
      </Specimen>
    </>
  );
}
