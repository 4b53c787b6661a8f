/** How it stands with the mail that leaves: what waits, and what was given up. Its contents are shown to nobody. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { Facts } from "@/app/_ui/facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { Table } from "@/app/_ui/table";
import { Time } from "@/app/_ui/time";
import { findMailState, type MailState, type RefusedMail } from "@/lib/outbox/mail-state";
import { currentViewer } from "@/lib/session/current";
import { ADMIN } from "../_parts/crumbs";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage() {
  const state = await findMailState(await currentViewer());
  if (!state) notFound();
  return (
    <div className="column">
      <PageHeader
        crumbs={[ADMIN]}
        title="Mail"
        lead="What waits to be sent, and what the mail server refused for good. What stands in a mail is for its reader alone."
      />
      <div className="grid gap-10">
        <Now state={state} />
        <Panel
          id="refused"
          look="bare"
          title="Given up"
          lead="The newest. News stands in its reader’s notices as well, unless their account was deactivated or deleted; a mail that confirms an address has to be asked for again."
        >
          {state.refused.length > 0 ? <Refused mails={state.refused} /> : <EmptyState title="None was given up" />}
        </Panel>
      </div>
    </div>
  );
}

function Now({ state: { leaves, waiting, trouble } }: { state: MailState }) {
  return (
    <div className="grid gap-4">
      {leaves ? null : (
        <Notice tone="info" title="No mail leaves this portal">
          <p>No mail server is set, so mail is kept and counts as sent. The manual says how to set one.</p>
        </Notice>
      )}
      <Facts
        facts={[
          { name: "Waiting now", value: waiting >= 1000 ? "1,000+" : waiting },
          { name: "Last refused for now", value: trouble ?? "Nothing" },
        ]}
      />
    </div>
  );
}

function Refused({ mails }: { mails: readonly RefusedMail[] }) {
  return (
    <Table
      caption="Mail that was given up"
      columns={[
        { label: "Asked for" },
        { label: "To", words: true },
        { label: "What the mail server said", words: true },
      ]}
      rows={mails.map(({ id, at, person, reason }) => ({
        key: id,
        cells: [<Time key="at" at={at} />, person ?? "Somebody", reason],
      }))}
    />
  );
}
