"use client";
/** A fault of ours within the portal's frame. What went wrong is in the log, under the word shown here. */
import { Button } from "../_ui/button";
import { PageHeader } from "../_ui/page-header";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <div className="column">
      <PageHeader title="Something went wrong here" />
      <div className="grid justify-items-start gap-6">
        <div className="grid gap-2 text-muted">
          <p>It is not your doing. What you had saved is safe; what you were just sending may not have arrived.</p>
          {error.digest ? (
            <p>
              If it goes on, tell whoever runs this portal, with this word:{" "}
              <code className="select-all">{error.digest}</code>
            </p>
          ) : null}
        </div>
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
      </div>
    </div>
  );
}
