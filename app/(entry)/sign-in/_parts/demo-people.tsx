/** The people of the demo, each behind a plain form that steps into them. */
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { List, ListRow } from "@/app/_ui/list";
import { Panel } from "@/app/_ui/panel";
import type { DemoPerson } from "@/lib/demo/people";

type Props = { people: readonly (DemoPerson & { id: string })[]; onward: string };

export function DemoPeople({ people, onward }: Props) {
  return (
    <Panel
      id="people"
      look="bare"
      title="Step into somebody"
      lead="This is a demo on your own machine. Its people have no passwords: pick one, and see what they see."
    >
      <List label="People of the demo">
        {people.map(({ id, name, what }) => (
          <ListRow
            key={id}
            picture={<Avatar name={name} size="md" />}
            title={<span dir="auto">{name}</span>}
            meta={<span className="text-sm">{what}</span>}
            actions={
              <form method="post" action="/demo/step-in">
                <input type="hidden" name="account" value={id} />
                <input type="hidden" name="next" value={onward} />
                <Button type="submit" size="sm" aria-label={`Step in as ${name}`}>
                  Step in
                </Button>
              </form>
            }
          />
        ))}
      </List>
    </Panel>
  );
}
