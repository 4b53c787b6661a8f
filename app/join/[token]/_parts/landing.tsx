/** What a join link shows: the group behind it, what joining means, and one button. Rendered at the edge; it only reads. */

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ViewingAs } from "@/app/_parts/viewing-as";
import { Notice } from "@/app/_ui/notice";
import { SkipLink } from "@/app/_ui/skip-link";
import { Wordmark } from "@/app/_ui/wordmark";
import { findJoinPage } from "@/lib/join-links/queries";
import { currentViewer } from "@/lib/session/current";
import { Beacon } from "./beacon";
import { GroupCard } from "./group-card";
import { NextStep } from "./next-step";
import { meanwhile, wordsFor } from "./words";

// Previews of the address, in chats and mails, tell nothing of what it opens.
export const metadata: Metadata = {
  title: "An invitation",
  description: "Open this link to see what it invites to.",
  robots: { index: false, follow: false },
};

/** Who is told what joining means: everybody who could, and a visitor, who may once there is an account. */
const WELCOME: ReadonlySet<string> = new Set(["joined", "requested", "sign-in"]);

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ tried?: string | string[] }> };

export default async function Landing({ params, searchParams }: Props) {
  const [{ token }, { tried }] = await Promise.all([params, searchParams]);
  const page = await findJoinPage(await currentViewer(), token);
  if (!page) notFound();
  const { title, lead, detail } = wordsFor(page);
  const late = meanwhile(page, tried);
  return (
    <>
      <ViewingAs />
      <div className="mx-auto flex min-h-dvh max-w-prose flex-col px-4 sm:px-6">
        <SkipLink />
        <header className="py-5">
          <a href="/" className="inline-block no-underline" aria-label="Guildhall, to the start">
            <Wordmark />
          </a>
        </header>
        <main id="main" tabIndex={-1} className="grid flex-1 content-start gap-6 py-8 focus:outline-none sm:py-14">
          {late ? (
            <Notice tone="warning" role="status">
              {late}
            </Notice>
          ) : null}
          <div className="ledger-rule grid gap-3 pb-6">
            <h1 className="text-3xl">{title}</h1>
            <p className="text-lg text-muted">{lead}</p>
          </div>
          {page.group ? (
            <GroupCard group={page.group} joins={page.state === "open" && WELCOME.has(page.answer)} />
          ) : null}
          {detail ? <p className="text-base">{detail}</p> : null}
          <NextStep page={page} token={token} />
        </main>
        <Beacon token={token} />
      </div>
    </>
  );
}
