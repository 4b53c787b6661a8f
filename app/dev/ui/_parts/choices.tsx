import { Checkbox, RadioCards } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { Specimen } from "./specimen";

const CARDS = [
  { value: "once", label: "They join at once", hint: "One press, and they are in." },
  { value: "ask", label: "They ask", hint: "Somebody lets them in." },
  { value: "never", label: "Nobody comes in", disabled: true },
];

export function ChoicesShown() {
  return (
    <div className="grid max-w-prose grid-cols-1 gap-8">
      <Specimen title="Boxes to tick">
        <Checkbox name="open" label="Open" hint="Whoever finds it joins at once." />
        <Checkbox name="ticked" label="Published" defaultChecked />
        <Checkbox name="missing" label="I have read this" error="Tick it to go on." />
        <Checkbox name="locked" label="Restricted" disabled hint="Only a site owner changes it." />
        <Checkbox name="kept" label="Member" disabled defaultChecked />
      </Specimen>
      <Specimen title="Cards to choose among">
        <RadioCards name="enters" legend="How do people get in?" cards={CARDS} defaultValue="ask" />
        <RadioCards
          name="unanswered"
          legend="And how out?"
          hint="Nothing is chosen beforehand."
          error="Choose one."
          cards={CARDS.slice(0, 2)}
        />
      </Specimen>
      <Specimen title="Several answers to one question">
        <Fieldset id="roles" legend="Roles" hint="Every member holds what members hold." error="One at least.">
          <Checkbox name="roles" id="roles-officer" value="officer" label="Officer" />
          <Checkbox name="roles" id="roles-admin" value="admin" label="Admin" />
        </Fieldset>
      </Specimen>
    </div>
  );
}
