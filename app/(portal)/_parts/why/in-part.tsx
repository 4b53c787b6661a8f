/** One part of an explanation: a heading, and lines that lead to where each is set. */
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Line, Part } from "@/lib/explain/shape";
import { withQuery } from "../paths";

type Props = {
  part: Part;
  /** the page has the same part twice: a heading then, and no landmark */
  beside?: boolean;
};

export function InPart({ part: { id, title, lines }, beside }: Props) {
  if (!beside) {
    return (
      <Panel id={id} title={title} look="bare">
        <Lines lines={lines} />
      </Panel>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <h3 className="text-xl">{title}</h3>
      <Lines lines={lines} />
    </div>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="grid max-w-prose gap-2 border-l-2 border-line pl-4 text-sm">
      {lines.map((line) => (
        <li key={line.text}>
          <Told line={line} />
        </li>
      ))}
    </ul>
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
