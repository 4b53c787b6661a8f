/** A square that a telephone reads: dark on light in every theme, with the margin that readers need. */
type Props = { qr: { size: number; path: string }; label: string };

const MARGIN = 4;

export function QrCode({ qr: { size, path }, label }: Props) {
  const side = size + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
      width={side * 5}
      height={side * 5}
      shapeRendering="crispEdges"
      className="h-auto max-w-full rounded-md border border-line forced-color-adjust-none"
    >
      <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
