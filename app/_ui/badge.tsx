/** One or two words of status. */
import type { IconNode } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

const tones = {
  neutral: "border-line bg-well text-muted",
  accent: "border-transparent bg-accent-wash text-accent",
  info: "border-transparent bg-info-wash text-info",
  warning: "border-transparent bg-warning-wash text-warning",
  danger: "border-transparent bg-danger-wash text-danger",
};

type Props = { tone?: keyof typeof tones; icon?: IconNode; children: ReactNode };

/** Longer words are somebody's own, such as the label of a role. They go over several lines where they must. */
const LONGEST = 30;

export function Badge({ tone = "neutral", icon, children }: Props) {
  const long = typeof children === "string" && children.length > LONGEST;
  return (
    <span
      className={`inline-flex items-center gap-1 border px-2.5 py-0.5 text-xs font-medium ${long ? "max-w-full rounded-lg" : "rounded-full whitespace-nowrap"} ${tones[tone]}`}
    >
      {icon ? <Icon of={icon} size={14} /> : null}
      {children}
    </span>
  );
}
