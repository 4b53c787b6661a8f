/** The name of the house, with its three nested arches. */
import { Arches } from "./arches";

type Props = { size?: "md" | "lg" };

export function Wordmark({ size = "md" }: Props) {
  const height = size === "lg" ? 34 : 26;
  return (
    <span className="inline-flex items-center gap-2.5 text-ink">
      <Arches height={height} className="text-accent" />
      <span
        className={`translate-y-[0.06em] font-serif font-medium tracking-tight ${size === "lg" ? "text-2xl" : "text-xl"}`}
      >
        Guildhall
      </span>
    </span>
  );
}
