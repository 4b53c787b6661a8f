/** One mail as it would have left: its words, and on the way beside it how it looks. */
import { Eye } from "lucide";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/app/_ui/app-shell";
import { ButtonLink } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { PageHeader } from "@/app/_ui/page-header";
import { Time } from "@/app/_ui/time";
import { findSentMail } from "@/lib/outbox/queries";
import { currentViewer } from "@/lib/session/current";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

export default async function OneMail({ params }: { params: Promise<{ mail: string }> }) {
  const { mail: id } = await params;
  const mail = await findSentMail(await currentViewer(), id);
  if (!mail) notFound();
  return (
    <AppShell home="/" width="narrow">
      <PageHeader
        title={mail.subject}
        crumbs={[{ href: "/dev/mail" as Route, label: "Mail" }]}
        lead={
          <>
            To {mail.recipient}, <Time at={mail.at} show="moment" />
          </>
        }
        actions={
          mail.html ? (
            <ButtonLink href={`/dev/mail/${mail.id}/looks` as Route} size="sm">
              <Icon of={Eye} />
              How it looks
            </ButtonLink>
          ) : null
        }
      />
      <div className="whitespace-pre-wrap">
        {mail.body.split(/^(https?:\/\/\S+)$/m).map((part, n) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a mail that was kept never changes
          n % 2 === 1 ? <OwnLink address={part} key={n} /> : part,
        )}
      </div>
    </AppShell>
  );
}

/** Every address in a mail is the portal's own; here it is opened under whatever name one came by. */
function OwnLink({ address }: { address: string }) {
  return (
    <a className="link" href={new URL(address).pathname}>
      {address}
    </a>
  );
}
