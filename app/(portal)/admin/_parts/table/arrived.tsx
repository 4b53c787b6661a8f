"use client";
/** Something that has to be read before one goes on: spoken and focused when it arrives. */
import { type ReactNode, useEffect, useRef } from "react";

type Props = { of: unknown; className?: string; children: ReactNode };

export function Arrived({ of, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer, even one of the same words, is focused again.
  useEffect(() => box.current?.focus(), [of]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
