"use client";
/** A fault in the frame of all pages: nothing of it is left to stand in, so this brings its own. */
import { PlainPage } from "./_parts/plain-page";
import { buttonClass } from "./_ui/button";
import "./globals.css";

export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Guildhall</title>
        <PlainPage
          title="Something went wrong here"
          actions={
            <a href="/" className={buttonClass("primary")}>
              Go to the start
            </a>
          }
        >
          <p>It is not your doing. Please try again in a moment.</p>
        </PlainPage>
      </body>
    </html>
  );
}
