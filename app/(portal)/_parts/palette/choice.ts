/** Which item Enter would take: the first, until somebody moves by hand. Answers may still come in above it. */
import { useRef, useState } from "react";

export function useChoice(ids: readonly string[]) {
  const [picked, setPicked] = useState<string | null>(null);
  const byHand = useRef(false);
  const moves = () => {
    byHand.current = true;
  };
  return {
    /** what was typed changed, so the first one is meant again */
    restart() {
      byHand.current = false;
      setPicked(null);
    },
    /** for the `Command`, which also chooses by itself whenever its items change */
    wiring: {
      value: picked !== null && ids.includes(picked) ? picked : (ids[0] ?? ""),
      onValueChange: (id: string) => (byHand.current ? setPicked(id) : undefined),
      onKeyDownCapture: ({ key }: { key: string }) => (key.startsWith("Arrow") ? moves() : undefined),
      onPointerMoveCapture: moves,
    },
  };
}
