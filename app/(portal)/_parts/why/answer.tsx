/** One answer with everything behind it: the sentence, the way of the decision as a picture, and the same in words. */
import type { Explanation, Part } from "@/lib/explain/shape";
import { Flowchart } from "./flowchart";
import { InPart } from "./in-part";
import { Verdict } from "./verdict";

type Props = {
  explanation: Explanation;
  /** one of two side by side: everything below one another, under whom it is about */
  beside?: boolean;
};

export function Answer({ explanation, beside }: Props) {
  const { parts } = explanation;
  const steps = parts.find(({ id }) => id === "steps");
  return (
    <div className="grid grid-cols-1 content-start gap-8">
      {beside ? <h2 className="text-2xl">{explanation.subject}</h2> : null}
      <Verdict explanation={explanation} />
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
              <InPart key={part.id} part={part} beside={beside} />
            ))}
        </div>
      </div>
    </div>
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
