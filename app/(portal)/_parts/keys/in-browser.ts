/** What only the browser knows. The server and the first render say no. */
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** A script runs here. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** The keyboard has a ⌘ key. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);
