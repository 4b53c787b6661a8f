/** One part of an explanation: a heading, and lines that lead to where each is set. */
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Line, Part } from "@/lib/explain/shape";
import { withQuery } from "../paths";

type Props = {
  part: Part;
  /** sets its id apart, where a page has the same part twice */
  prefix?: string;
};

export function InPart({ part: { id, title, lines }, prefix = "" }: Props) {
  return (
    <Panel id={`${prefix}${id}`} title={title} look="bare">
      <ul className="grid max-w-prose gap-2 border-l-2 border-line pl-4 text-sm">
        {lines.map((line) => (
          <li key={line.text}>
            <Told line={line} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Told({ line: { text, place } }: { line: Line }) {
  if (!place) return text;
  return (
    <>
      {text}{" "}
      <TextLink href={withQuery(place.path, {})} className="text-xs">
        {place.label}
      </TextLink>
    </>
  );
}
