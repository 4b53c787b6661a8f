import { Facts } from "@/app/_ui/facts";
import { PrintedOn } from "@/app/_ui/printed-on";
import { Sentence } from "@/app/_ui/sentence";
import { Time } from "@/app/_ui/time";
import { Specimen } from "./specimen";

const AT = "2026-03-04T14:05:00Z";

export function Words() {
  return (
    <>
      <Specimen title="The one sentence that says what a choice means">
        <Sentence>Any account with the link joins at once; nobody else can find this group.</Sentence>
      </Specimen>
      <Specimen title="Names and values">
        <Facts
          facts={[
            { name: "Uses", value: "3 of 10" },
            { name: "Made", value: <Time at={AT} /> },
            { name: "Note", value: "For whoever came to the fair, and for their friends, as long as the year lasts." },
          ]}
        />
      </Specimen>
      <Specimen title="Moments, in the reader’s own zone" look="row">
        <Time at={AT} show="day" />
        <Time at={AT} show="moment" />
      </Specimen>
      <Specimen title="On paper alone: the day of printing">
        <PrintedOn />
      </Specimen>
    </>
  );
}
