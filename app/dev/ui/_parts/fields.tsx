import { boxClass, Field, FieldError } from "@/app/_ui/field";
import { ReasonField } from "@/app/_ui/reason-field";
import { SearchBox } from "@/app/_ui/search-box";
import { Select } from "@/app/_ui/select";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { Specimen } from "./specimen";

const KINDS = [
  { value: "squad", label: "Squad" },
  { value: "choir", label: "Choir" },
  { value: "closed", label: "Closed for now", disabled: true },
];

export function Fields() {
  return (
    <div className="grid max-w-prose grid-cols-1 gap-8">
      <Specimen title="One line">
        <TextInput name="plain" label="Name" placeholder="What others see" />
        <TextInput name="hinted" label="Label" hint="Only managers read it." optional defaultValue="For the fair" />
        <TextInput name="wrong" label="Uses" defaultValue="many" error="A whole number." hint="Empty: no end." />
        <TextInput name="shut" label="Address" defaultValue="scouts-k3f9q2" disabled />
        <TextInput name="fixed" label="Number" defaultValue="17" readOnly />
        <TextInput name="day" type="date" label="Until" optional defaultValue="2031-05-01" className="max-w-60" />
        <TextInput name="secret" type="password" label="Password" autoComplete="off" />
        <TextInput name="quiet" label="Its label is for ears only" quiet optional placeholder="Its label is for ears" />
      </Specimen>
      <Specimen title="Several lines">
        <TextArea name="words" label="Description" hint="The first line stands in lists." optional />
        <TextArea name="words-wrong" label="Reason" defaultValue="No." error="Say a little more." rows={2} />
      </Specimen>
      <Specimen title="Why something is done">
        <ReasonField told />
      </Specimen>
      <Specimen title="A list of the browser’s own">
        <Select name="kind" label="Kind" choices={KINDS} hint="It decides who may do what." />
        <Select name="kind-open" label="Kind" choices={KINDS} placeholder="Choose one" error="Choose one." />
        <Select name="kind-shut" label="Kind" choices={KINDS} optional disabled />
      </Specimen>
      <Specimen title="Around a control of one’s own">
        <Field id="own" label="Weight" hint="In kilograms.">
          {(wiring) => <input type="number" className={`${boxClass} max-w-40`} {...wiring} />}
        </Field>
        <FieldError id="alone-error">What is wrong stands below its control.</FieldError>
      </Specimen>
      <Specimen title="Search">
        <SearchBox action="/dev/ui" label="Search groups" placeholder="A name" />
        <SearchBox action="/dev/ui" label="Search again" name="again" defaultValue="choir" clear="/dev/ui" />
      </Specimen>
    </div>
  );
}
