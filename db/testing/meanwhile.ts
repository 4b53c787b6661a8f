/** Somebody else is faster: what happens between the look at the facts and the moment at which they are locked. */

import type { Viewer } from "@/lib/session/viewer";
import type { Store } from "../client";

/** The same viewer, but that `act` is done first when they come to write for the first time. */
export function meanwhile(viewer: Viewer, act: () => Promise<unknown>): Viewer {
  const { store } = viewer.portal;
  let waiting = true;
  const transaction: Store["transaction"] = async (work, options) => {
    if (waiting) {
      waiting = false;
      await act();
    }
    return store.transaction(work, options);
  };
  const later: Store = Object.create(store, { transaction: { value: transaction } });
  return { ...viewer, portal: { ...viewer.portal, store: later } };
}
