/** The house's sign: three arches, one within the other. Ornament, so it says nothing to ears. */
type Props = { height: number; className?: string };

export function Arches({ height, className }: Props) {
  return (
    <svg
      viewBox="0 0 30 26"
      width={Math.round((height * 30) / 26)}
      height={height}
      aria-hidden="true"
      className={className}
    >
      <g fill="none" stroke="currentColor" strokeWidth={height > 99 ? 0.4 : 2} strokeLinecap="round">
        <path d="M1 25h28M4 25V13a11 11 0 0 1 22 0v12" />
        <path d="M8.500 25V14a6.500 6.500 0 0 1 13 0v11" />
        <path d="M13 25V15a2 2 0 0 1 4 0v10" />
      </g>
    </svg>
  );
}
