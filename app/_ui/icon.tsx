/** One icon set, as drawn data: an icon costs a page no script, wherever it is rendered. */
import type { IconNode } from "lucide";
import { createElement } from "react";

type Props = {
  /** an icon of `lucide`, as in `import { Users } from "lucide"` */
  of: IconNode;
  /** in pixels */
  size?: number;
  className?: string;
  /** said to screen readers; without it the icon is ornament */
  label?: string;
};

export function Icon({ of, size = 18, className = "", label }: Props) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {of.map(([tag, attributes]) => createElement(tag, { ...attributes, key: JSON.stringify(attributes) }))}
    </svg>
  );
}
