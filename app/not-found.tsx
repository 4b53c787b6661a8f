/** What there is not, and what one may not see: the same page for both, knowing of who asks only as whom they look. */

import type { Metadata } from "next";
import { PlainPage } from "./_parts/plain-page";
import { ViewingAs } from "./_parts/viewing-as";
import { buttonClass } from "./_ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <ViewingAs />
      <PlainPage
        title="There is nothing at this address"
        actions={
          <>
            <a href="/groups" className={buttonClass("primary")}>
              Browse groups
            </a>
            <a href="/" className={buttonClass("quiet")}>
              Go to the start
            </a>
          </>
        }
      >
        <p>
          The page may have moved, the link may have been mistyped, or it leads to something that is not open to you. If
          somebody gave you the link, ask them for a new one.
        </p>
      </PlainPage>
    </>
  );
}
