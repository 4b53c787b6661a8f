"use client";
/** Looks again every second and a half, as long as something is under way and somebody has the page before them. */
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 1_500;

export function KeepLooking() {
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY);
    return () => clearInterval(looking);
  }, [router]);
  return null;
}
