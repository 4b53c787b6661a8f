/** The front door, for visitors: what this house is, and the three ways in. Rendered at the edge; it only reads. */

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { currentViewer } from "@/lib/session/current";
import { buttonClass } from "../_ui/button";
import { boxClass, Field } from "../_ui/field";
import { SkipLink } from "../_ui/skip-link";
import { ThemeSwitch } from "../_ui/theme-switch";
import { Wordmark } from "../_ui/wordmark";
import { DoorOfEmblems } from "./door-of-emblems";
import { ViewingAs } from "./viewing-as";

export const metadata: Metadata = { title: { absolute: "Guildhall" } };

type Props = { searchParams: Promise<{ invitation?: string }> };

export default async function Landing({ searchParams }: Props) {
  const [{ invitation }, viewer] = await Promise.all([searchParams, currentViewer()]);
  if (viewer.account?.active) redirect("/home");
  return (
    <>
      <ViewingAs />
      <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-6">
        <SkipLink />
        <header className="flex flex-wrap items-center justify-between gap-4 py-5">
          <Wordmark />
          <nav aria-label="Account" className="flex gap-2">
            <a href="/sign-in" className={buttonClass("quiet", "sm")}>
              Sign in
            </a>
          </nav>
        </header>
        <main id="main" tabIndex={-1} className="flex-1 focus:outline-none">
          <Welcome />
          <section aria-label="Ways in" className="grid gap-10 py-12 md:grid-cols-3 md:gap-12">
            <Way title="Look around">
              Some groups show themselves to everybody.{" "}
              <a href="/groups" className="link">
                Find one
              </a>
              , and walk in or ask to be let in.
            </Way>
            <Way title="Come back">
              <a href="/sign-in" className="link">
                Sign in
              </a>{" "}
              to your groups, to what you asked for, and to what waits for you.
            </Way>
            <Way title="Follow an invitation">
              <Invitation unreadable={invitation === "unreadable"} />
            </Way>
          </section>
        </main>
        <footer className="flex flex-wrap items-center justify-between gap-4 border-t border-line py-6 text-sm text-muted">
          <p>A group that is hidden from you leaves no trace here.</p>
          <ThemeSwitch />
        </footer>
      </div>
    </>
  );
}

function Welcome() {
  return (
    <section className="ledger-rule grid items-center gap-x-12 gap-y-10 py-12 sm:py-16 lg:grid-cols-[1fr_22rem]">
      <div className="grid gap-8">
        <h1 className="text-4xl">Every group has a door. Here it says who may open it.</h1>
        <p className="max-w-prose text-lg text-muted">
          Guildhall is where this community keeps its groups: who is in them, how one gets in, and what each may do
          there. When the answer is no, it says why, and whom to ask.
        </p>
        <div className="flex flex-wrap gap-3">
          <a href="/groups" className={buttonClass("primary")}>
            Browse groups
          </a>
          <a href="/sign-up" className={buttonClass("quiet")}>
            Create account
          </a>
        </div>
      </div>
      <DoorOfEmblems />
    </section>
  );
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <h2 className="text-xl">{title}</h2>
      <div className="text-base text-muted">{children}</div>
    </div>
  );
}

/** A plain form to `/join`, which reads the link and leads to its page. Posted, so that no log keeps the address. */
function Invitation({ unreadable }: { unreadable: boolean }) {
  const error = unreadable ? "There is no invitation in that. Paste the whole link, as you got it." : undefined;
  return (
    <form method="post" action="/join" className="grid gap-3">
      <Field id="link" label="Have an invitation link? Paste it" error={error} className="text-ink">
        {(wiring) => (
          <input {...wiring} name="link" type="text" required autoComplete="off" maxLength={500} className={boxClass} />
        )}
      </Field>
      <button type="submit" className={buttonClass("quiet", "md", "justify-self-start")}>
        Open the invitation
      </button>
    </form>
  );
}
