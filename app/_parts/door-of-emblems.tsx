/** The front door's one picture: three arches, and the groups' shields hung around them. */
import { Shield } from "../_ui/group-picture";
import type { Colour, Picture } from "../_ui/pictures";

/** From the left foot over the crown to the right: sign, ground, and where its centre hangs. */
const shields: [Picture, Colour, number, number][] = [
  ["anchor", "sea", 40, 316],
  ["hammer", "brick", 40, 236],
  ["leaf", "moss", 60, 156],
  ["book", "plum", 112, 92],
  ["hall", "brass", 190, 66],
  ["bell", "wine", 268, 92],
  ["compass", "indigo", 320, 156],
  ["tent", "pine", 340, 236],
  ["flame", "oak", 340, 316],
];

const arch = (left: number, crown: number) => {
  const radius = 190 - left;
  return `M${left} 384V${crown + radius}a${radius} ${radius} 0 0 1 ${radius * 2} 0V384`;
};

export function DoorOfEmblems() {
  return (
    <svg viewBox="0 0 380 400" aria-hidden="true" className="w-full max-w-[22rem] justify-self-center max-lg:max-w-64">
      <g fill="none" className="stroke-rule" strokeWidth="1.5">
        <path d={arch(40, 66)} />
        <path d="M2 384h376M2 390h376" />
      </g>
      <path d={arch(84, 120)} className="fill-well" />
      <path d={arch(112, 150)} className="fill-panel stroke-edge" strokeWidth="1.5" />
      <path d="M190 151v233" className="stroke-edge" strokeWidth="1.5" />
      <g className="fill-accent">
        <circle cx="179" cy="292" r="4" />
        <circle cx="201" cy="292" r="4" />
      </g>
      {shields.map(([picture, colour, x, y]) => (
        <g key={picture} transform={`translate(${x - 22} ${y - 24})`}>
          <Shield picture={picture} colour={colour} />
        </g>
      ))}
    </svg>
  );
}
