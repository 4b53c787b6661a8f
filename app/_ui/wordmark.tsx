/** The name of the house, with its three nested arches. */
type Props = { size?: "md" | "lg" };

export function Wordmark({ size = "md" }: Props) {
  const height = size === "lg" ? 34 : 26;
  return (
    <span className="inline-flex items-center gap-2.5 text-ink">
      <svg
        viewBox="0 0 30 26"
        width={Math.round((height * 30) / 26)}
        height={height}
        aria-hidden="true"
        className="text-accent"
      >
        <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
          <path d="M1 25h28M4 25V13a11 11 0 0 1 22 0v12" />
          <path d="M8.500 25V14a6.500 6.500 0 0 1 13 0v11" />
          <path d="M13 25V15a2 2 0 0 1 4 0v10" />
        </g>
      </svg>
      <span
        className={`translate-y-[0.06em] font-serif font-medium tracking-tight ${size === "lg" ? "text-2xl" : "text-xl"}`}
      >
        Guildhall
      </span>
    </span>
  );
}
