/** The decision as it is drawn: every yes leads to the right, every no further down; the way of this answer is lit. */
import type { DrawnStep, Explanation } from "@/lib/explain/shape";

const WIDTH = 340;
const PITCH = 48;
const BOX = { x: 4, width: 236, height: 34 };
const END = { x: 266, width: 70 };
const MIDDLE = BOX.x + BOX.width / 2;
const TOP = 44;

// Colours of the system where it forces them; else the hall's own.
const LOOKS = {
  lit: {
    line: "stroke-accent stroke-2 forced-colors:stroke-[Highlight]",
    box: "fill-panel stroke-accent stroke-[1.5] forced-colors:fill-[Canvas] forced-colors:stroke-[Highlight]",
    text: "fill-ink forced-colors:fill-[CanvasText]",
  },
  dim: {
    line: "stroke-rule forced-colors:stroke-[GrayText]",
    box: "fill-transparent stroke-rule forced-colors:stroke-[GrayText]",
    text: "fill-muted forced-colors:fill-[GrayText]",
  },
  spoke: {
    line: "stroke-accent stroke-[3] forced-colors:stroke-[Highlight]",
    box: "fill-accent-wash stroke-accent stroke-[3] forced-colors:fill-[Canvas] forced-colors:stroke-[Highlight]",
    text: "fill-ink font-semibold forced-colors:fill-[CanvasText]",
  },
} as const;

export function Flowchart({ subject, sentence, steps }: Pick<Explanation, "subject" | "sentence" | "steps">) {
  const height = TOP + steps.length * PITCH;
  return (
    <svg
      role="img"
      aria-label={`The way of the answer. ${sentence} The steps follow in words.`}
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="h-auto w-full max-w-[24rem] font-sans text-[13px]"
    >
      <rect {...BOX} y={1} height={28} rx={14} className={LOOKS.lit.box} />
      <text x={MIDDLE} y={20} textAnchor="middle" className={LOOKS.spoke.text}>
        {subject.length > 30 ? `${subject.slice(0, 29)}…` : subject}
      </text>
      {steps.map((step, at) => (
        <Step key={step.rule} step={step} y={TOP + at * PITCH} />
      ))}
    </svg>
  );
}

function Step({ step, y }: { step: DrawnStep; y: number }) {
  const asked = step.outcome !== "not-asked";
  const spoke = step.outcome === "spoke";
  const look = spoke ? LOOKS.spoke : asked ? LOOKS.lit : LOOKS.dim;
  const middle = y + BOX.height / 2;
  return (
    <g>
      <Arrow from={[MIDDLE, y - PITCH + BOX.height]} to={[MIDDLE, y]} lit={asked} />
      <rect
        {...BOX}
        y={y}
        rx={step.rule === "columns" ? 17 : 5}
        strokeDasharray={asked ? undefined : "4 3"}
        className={look.box}
      />
      <text x={MIDDLE} y={middle + 4.5} textAnchor="middle" className={look.text}>
        {step.question}
      </text>
      {step.rule === "columns" ? null : (
        <>
          <Arrow from={[BOX.x + BOX.width, middle]} to={[END.x, middle]} lit={spoke} />
          <End allows={step.allows} spoke={spoke} y={y} />
        </>
      )}
    </g>
  );
}

const ENDS = {
  yes: "fill-accent stroke-accent forced-colors:fill-[Highlight] forced-colors:stroke-[Highlight]",
  no: "fill-danger stroke-danger forced-colors:fill-[Highlight] forced-colors:stroke-[Highlight]",
} as const;

function End({ allows, spoke, y }: { allows: boolean; spoke: boolean; y: number }) {
  const word = allows ? "may" : "may not";
  const text = allows ? "fill-on-accent" : "fill-on-danger";
  const box = spoke ? ENDS[allows ? "yes" : "no"] : LOOKS.dim.box;
  return (
    <>
      <rect {...END} y={y + 3} height={BOX.height - 6} rx={14} className={box} />
      <text
        x={END.x + END.width / 2}
        y={y + BOX.height / 2 + 4.5}
        textAnchor="middle"
        className={spoke ? `${text} font-semibold forced-colors:fill-[HighlightText]` : LOOKS.dim.text}
      >
        {word}
      </text>
    </>
  );
}

type Point = readonly [x: number, y: number];

/** Straight down or straight to the right, with its head at the end. */
function Arrow({ from: [x1, y1], to: [x2, y2], lit }: { from: Point; to: Point; lit: boolean }) {
  const look = lit ? LOOKS.lit : LOOKS.dim;
  const head =
    x1 === x2
      ? `M${x2 - 4} ${y2 - 6}L${x2} ${y2 - 1}L${x2 + 4} ${y2 - 6}`
      : `M${x2 - 6} ${y2 - 4}L${x2 - 1} ${y2}L${x2 - 6} ${y2 + 4}`;
  return <path d={`M${x1} ${y1}L${x2} ${y2}${head}`} fill="none" className={look.line} />;
}
