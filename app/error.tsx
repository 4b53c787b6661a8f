"use client";
/** A fault of ours, while a page was made. What went wrong is in the log, under the word shown here. */
import { PlainPage } from "./_parts/plain-page";
import { Button, buttonClass } from "./_ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <PlainPage
      title="Something went wrong here"
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          <a href="/" className={buttonClass("quiet")}>
            Go to the start
          </a>
        </>
      }
    >
      <p>It is not your doing. What you had saved is safe; what you were just sending may not have arrived.</p>
      {error.digest ? (
        <p>
          If it goes on, tell whoever runs this portal, with this word:{" "}
          <code className="select-all">{error.digest}</code>
        </p>
      ) : null}
    </PlainPage>
  );
}
