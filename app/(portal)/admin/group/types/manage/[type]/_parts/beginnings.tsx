/** What a new group of the type starts as: the questions of a group's own settings. */
import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { answersOf } from "@/lib/groups/sentence-answers";
import { LiveSentence } from "../../../../../../groups/_parts/live-sentence";
import { ENTERS, FINDS } from "../../../../../../groups/_parts/settings-fields";

export function Beginnings({ defaults }: Pick<TypePage, "defaults">) {
  const { finds, enters } = answersOf(defaults);
  return (
    <div className="grid gap-6">
      <div>
        <h3 className="text-xl">What a new group starts as</h3>
        <p className="text-sm text-muted">
          Whoever creates one may change it there and then. Groups that exist stay as they are.
        </p>
      </div>
      <LiveSentence flags={{ ...defaults, restricted: false }} eligible={[]} labels={{}}>
        <RadioCards name="finds" legend="Who can find it?" cards={FINDS} defaultValue={finds} />
        <RadioCards name="enters" legend="How do people get in?" cards={ENTERS} defaultValue={enters} />
        <Fieldset legend="And besides" id="more">
          <Checkbox
            name="public"
            label="Public"
            hint="No right to request groups is needed. And once in, one stays, whatever roles one loses."
            defaultChecked={defaults.public}
          />
          <Checkbox
            name="published"
            label="Published"
            hint="Without it the page opens only to those who may view unpublished groups."
            defaultChecked={defaults.published}
          />
        </Fieldset>
      </LiveSentence>
    </div>
  );
}
