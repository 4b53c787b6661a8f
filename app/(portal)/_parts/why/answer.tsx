/** One answer with everything behind it: the sentence, the way of the decision as a picture, and the same in words. */
import { Check, TriangleAlert, X } from "lucide";
import { Icon } from "@/app/_ui/icon";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { Explanation, Line, Part } from "@/lib/explain/shape";
import { withQuery } from "../paths";
import { Flowchart } from "./flowchart";

type Props = {
  explanation: Explanation;
  /** one of two side by side: everything below one another, its parts named after whom they are about */
  beside?: "first" | "second";
};

const LOOKS = {
  yes: { icon: Check, ground: "bg-accent-wash", ink: "text-accent" },
  no: { icon: X, ground: "bg-danger-wash", ink: "text-danger" },
  kept: { icon: TriangleAlert, ground: "bg-warning-wash", ink: "text-warning" },
} as const;

export function Answer({ explanation, beside }: Props) {
  const { allowed, kept, verdict, sentence, parts } = explanation;
  const look = LOOKS[kept ? "kept" : allowed ? "yes" : "no"];
  const steps = parts.find(({ id }) => id === "steps");
  return (
    <section aria-label={explanation.subject} className="grid grid-cols-1 content-start gap-8">
      <div className={`flex gap-4 rounded-lg px-5 py-4 ${look.ground}`}>
        <Icon of={look.icon} size={28} className={`mt-1 ${look.ink}`} />
        <p className="max-w-[48rem] font-serif text-lg">
          <strong className="font-semibold">{verdict}</strong> {sentence}
        </p>
      </div>
      <div className={`grid grid-cols-1 gap-x-12 gap-y-8 ${beside ? "" : "lg:grid-cols-[24rem_1fr]"}`}>
        <figure className="grid content-start gap-3">
          <Flowchart {...explanation} />
          <figcaption className="max-w-[24rem] text-sm text-muted">
            Every yes leads to the right and ends it, every no further down. The lit way is the one of this answer.
          </figcaption>
          {steps ? <InWords part={steps} /> : null}
        </figure>
        <div className="grid content-start gap-8">
          {parts
            .filter((part) => part !== steps)
            .map((part) => (
              <InPart key={part.id} part={part} prefix={beside ? `${beside}-` : ""} />
            ))}
        </div>
      </div>
    </section>
  );
}

function InPart({ part: { id, title, lines }, prefix }: { part: Part; prefix: string }) {
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
  return (
    <>
      {text}
      {place ? (
        <>
          {" "}
          <TextLink href={withQuery(place.path, {})} className="text-xs">
            {place.label}
          </TextLink>
        </>
      ) : null}
    </>
  );
}

function InWords({ part: { title, lines } }: { part: Part }) {
  return (
    <details className="max-w-[24rem] text-sm">
      <summary className="cursor-pointer font-medium text-accent">{title}</summary>
      <ol className="mt-2 list-decimal pl-6 text-muted">
        {lines.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </details>
  );
}
