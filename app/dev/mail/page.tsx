/** Mail that would have left, in a demo and in development. Anywhere else there is no such page. */
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/app/_ui/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { List, ListRow } from "@/app/_ui/list";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { listSentMail, type SentMail } from "@/lib/outbox/queries";
import { currentViewer } from "@/lib/session/current";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

export default async function Mail({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const after = [(await searchParams).after].flat()[0];
  const page = await listSentMail(await currentViewer(), after);
  if (!page) notFound();
  return (
    <AppShell home="/" width="narrow">
      <PageHeader title="Mail" lead="What this portal would have sent. No mail server is asked here." />
      {page.lines.length > 0 ? <Mails mails={page.lines} /> : <None />}
      <Pager
        of="mails"
        previous={after ? ("/dev/mail" as Route) : undefined}
        next={page.next ? (`/dev/mail?after=${page.next}` as Route) : undefined}
      />
    </AppShell>
  );
}

function Mails({ mails }: { mails: readonly SentMail[] }) {
  return (
    <List label="Mails">
      {mails.map(({ id, subject, recipient, at }) => (
        <ListRow
          key={id}
          title={
            <TextLink href={`/dev/mail/${id}` as Route} bare>
              {subject}
            </TextLink>
          }
          meta={
            <>
              <span>To {recipient}</span>
              <Time at={at} show="moment" />
            </>
          }
        />
      ))}
    </List>
  );
}

function None() {
  return (
    <EmptyState title="No mail yet">
      <p>Create an account, or change something for somebody else, and the mail shows here within half a minute.</p>
    </EmptyState>
  );
}
