/** Mail that would have left, in a demo and in development. Anywhere else there is no such page. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/app/_ui/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { Time } from "@/app/_ui/time";
import { listSentMail, type SentMail } from "@/lib/outbox/queries";
import { currentViewer } from "@/lib/session/current";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

export default async function Mail() {
  const mails = await listSentMail(await currentViewer());
  if (!mails) notFound();
  return (
    <AppShell home="/" width="narrow">
      <PageHeader title="Mail" lead="What this portal would have sent. No mail server is asked here." />
      <div className="grid gap-8">
        {mails.length > 0 ? mails.map((mail) => <Letter key={mail.id} mail={mail} />) : <None />}
      </div>
    </AppShell>
  );
}

function Letter({ mail }: { mail: SentMail }) {
  return (
    <Panel
      title={mail.subject}
      lead={
        <>
          To {mail.recipient}, <Time at={mail.at} show="moment" />
        </>
      }
    >
      <div className="text-sm break-words whitespace-pre-wrap">
        {mail.body
          .split(/^(https?:\/\/\S+)$/m)
          .map((part, n) => (n % 2 === 1 ? <OwnLink key={part} address={part} /> : part))}
      </div>
    </Panel>
  );
}

function OwnLink({ address }: { address: string }) {
  return (
    <a className="link" href={new URL(address).pathname}>
      {address}
    </a>
  );
}

function None() {
  return <EmptyState title="No mail yet">Create an account, and its mail shows here within a second.</EmptyState>;
}
