/** What is stored about oneself, as a file to keep. */
import { buttonClass } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";

export function OwnDataPart({ wait }: { wait: boolean }) {
  return (
    <Panel beside id="data-part" title="Your data" lead="Everything that is stored about you, as a file.">
      <div className="grid justify-items-start gap-4">
        {wait ? (
          <Notice
            tone="warning"
            role="status"
            title="You had several of these within the hour. Please wait a little."
          />
        ) : null}
        <p className="text-sm">
          Account and roles, groups and what you asked for, what you were told, what you wrote, and what the log says of
          you. A group that you do not see now is not named. Passwords and other secrets are never in it.
        </p>
        <a href="/account/data" className={buttonClass("quiet")}>
          Download my data
        </a>
      </div>
    </Panel>
  );
}
