/** A line of the log as its sentence; each name keeps the direction of its own writing. */
import { TextLink } from "@/app/_ui/text-link";
import type { LogLine } from "@/lib/audit/line";
import { type Part, sentenceOf } from "@/lib/audit/sentence";
import { groupPath } from "../paths";

type Props = {
  line: LogLine /** the group is a way to its page, where the reader is not in its log already */;
  linked: boolean;
};

export function Said({ line, linked }: Props) {
  return sentenceOf(line).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move.
    <Name key={at} part={part} slug={linked ? (line.group?.slug ?? null) : null} />
  ));
}

function Name({ part, slug }: { part: Part; slug: string | null }) {
  if (part.kind === "text") return part.text;
  const name = <bdi className="font-semibold">{part.text}</bdi>;
  return part.kind === "group" && slug ? <TextLink href={groupPath(slug)}>{name}</TextLink> : name;
}
