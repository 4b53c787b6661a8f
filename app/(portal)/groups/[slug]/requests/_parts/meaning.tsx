/** What approving would mean, before anybody decides: whether it is possible now, what it gives, and what follows. */
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { touchesPeople } from "@/lib/groups/queries/count-consequences";
import type { GroupPage } from "@/lib/groups/queries/find-group";
import type { RequestMeaning } from "@/lib/requests/meaning";
import { DECIDE_SENTENCES } from "@/lib/requests/sentences";
import { ConsequencesList } from "../../_parts/consequences-list";
import { StakesLists } from "../../_parts/stakes-lists";

type Props = { group: GroupPage; meaning: RequestMeaning; name: string };

export function Meaning({ group, meaning: { answer, stakes, counts }, name }: Props) {
  if (answer !== "approved" && answer !== "own-request")
    return (
      <Notice tone="warning" title="This cannot be approved now">
        {DECIDE_SENTENCES[answer]}
      </Notice>
    );
  return (
    <Panel id="meaning" title={stakes ? "If they are let in" : "If they are let go"} look="bare">
      {stakes ? (
        <StakesLists stakes={stakes} roles={{ gained: group.confers }} level="h3" theirs />
      ) : (
        <div className="grid gap-4 text-sm">
          <p>{name} loses their place and their roles here.</p>
          {counts && touchesPeople(counts) ? <ConsequencesList counts={counts} /> : null}
        </div>
      )}
    </Panel>
  );
}
