/** A group's emblem: a small shield with one sign on it. Ornament beside the name, so it says nothing to ears. */
import {
  Anchor,
  Bell,
  BookOpen,
  Castle,
  Compass,
  Feather,
  Flame,
  Hammer,
  type IconNode,
  KeyRound,
  Landmark,
  Leaf,
  Sailboat,
  Tent,
  Wheat,
} from "lucide";
import { createElement } from "react";
import { GROUNDS, IVORY, isColour, isPicture, type Picture } from "./pictures";

const signs: Record<Picture, IconNode> = {
  hall: Landmark,
  anchor: Anchor,
  hammer: Hammer,
  compass: Compass,
  key: KeyRound,
  leaf: Leaf,
  sail: Sailboat,
  bell: Bell,
  book: BookOpen,
  feather: Feather,
  tower: Castle,
  flame: Flame,
  tent: Tent,
  wheat: Wheat,
};

type Emblem = {
  /** as stored; a name that is no longer drawn falls back to the first of its list */
  picture: string;
  colour: string;
};

/** `size` is the height in pixels. */
export function GroupPicture({ picture, colour, size = 44 }: Emblem & { size?: number }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 44 48"
      width={Math.round((size * 44) / 48)}
      height={size}
      aria-hidden="true"
      className="shrink-0"
    >
      <Shield picture={picture} colour={colour} />
    </svg>
  );
}

/** The emblem alone, 44 by 48, to stand in a larger drawing. */
export function Shield({ picture, colour }: Emblem) {
  const ground = GROUNDS[isColour(colour) ? colour : "moss"];
  const sign = signs[isPicture(picture) ? picture : "hall"];
  return (
    <>
      <path fill={ground} d="M4 0h36a4 4 0 0 1 4 4v20c0 12-9 20-22 24C9 44 0 36 0 24V4a4 4 0 0 1 4-4z" />
      <path
        fill="none"
        stroke={IVORY}
        strokeOpacity={0.4}
        d="M5.500 3h33A2.500 2.500 0 0 1 41 5.500V24c0 10.500-7.500 17-19 20.900C10.500 41 3 34.500 3 24V5.500A2.500 2.500 0 0 1 5.500 3z"
      />
      <g
        transform="translate(10 9.500)"
        fill="none"
        stroke={IVORY}
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {sign.map(([tag, attributes]) => createElement(tag, { ...attributes, key: JSON.stringify(attributes) }))}
      </g>
    </>
  );
}
