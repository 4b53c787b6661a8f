/** The front door, for visitors: what this house is, and the three ways in. Rendered at the edge; it only reads. */
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { buttonClass } from "../_ui/button";
import { boxClass, Field } from "../_ui/field";
import { GroupPicture } from "../_ui/group-picture";
import type { Colour, Picture } from "../_ui/pictures";
import { SkipLink } from "../_ui/skip-link";
import { ThemeSwitch } from "../_ui/theme-switch";
import { Wordmark } from "../_ui/wordmark";

export const metadata: Metadata = { title: { absolute: "Guildhall" } };

const emblems: [Picture, Colour][] = [
  ["anchor", "sea"],
  ["hammer", "brick"],
  ["leaf", "moss"],
  ["book", "plum"],
  ["tower", "slate"],
  ["wheat", "brass"],
  ["bell", "wine"],
  ["compass", "indigo"],
  ["flame", "oak"],
  ["tent", "pine"],
];

export default async function Landing() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-6">
      <SkipLink />
      <header className="flex flex-wrap items-center justify-between gap-4 py-5">
        <Wordmark />
        <nav aria-label="Account" className="flex gap-2">
          <a href="/sign-in" className={buttonClass("plain", "sm")}>
            Sign in
          </a>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 focus:outline-none">
        <section className="ledger-rule grid gap-8 py-14 sm:py-24">
          <h1 className="max-w-4xl text-4xl">Every group has a door. Here it says who may open it.</h1>
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
          <div aria-hidden="true" className="flex flex-wrap gap-3 pt-2 sm:gap-4">
            {emblems.map(([picture, colour]) => (
              <GroupPicture key={picture} picture={picture} colour={colour} size={48} />
            ))}
          </div>
        </section>
        <section aria-label="Ways in" className="grid gap-10 py-12 md:grid-cols-3 md:gap-8">
          <Way title="Look around">Some groups show themselves to everybody. Walk in, or ask to be let in.</Way>
          <Way title="Come back">
            <a href="/sign-in" className="link">
              Sign in
            </a>{" "}
            to find your groups, your requests, and whatever waits for you.
          </Way>
          <Way title="Follow an invitation">
            <Invitation />
          </Way>
        </section>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-4 border-t border-line py-6 text-sm text-muted">
        <p>What you may not see here is not shown, to nobody, in any way.</p>
        <ThemeSwitch />
      </footer>
    </div>
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
function Invitation() {
  return (
    <form method="post" action="/join" className="grid gap-3">
      <Field id="link" label="Have an invitation link? Paste it" className="text-ink">
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
