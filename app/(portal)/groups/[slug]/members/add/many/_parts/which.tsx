/** Which of several people of one name a line means. Names are not unique: since when they are here tells them apart. */
import { Select } from "@/app/_ui/select";
import { utcText } from "@/app/_ui/time-text";
import type { Candidate } from "@/lib/members/queries/list-people-written";

type Props = { line: number; who: string; candidates: readonly Candidate[]; chosen?: string | null };

export function Which({ line, who, candidates, chosen }: Props) {
  return (
    <Select
      id={`choice-${line}`}
      name="choice"
      label={`Which ${who}?`}
      optional
      placeholder="Nobody"
      defaultValue={chosen ? `${line}:${chosen}` : ""}
      choices={candidates.map(({ id, name, since }) => ({
        value: `${line}:${id}`,
        label: `${name}, here since ${utcText(new Date(since), "day")}`,
      }))}
    />
  );
}
