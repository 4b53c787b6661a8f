/** Every control in every state, for whoever makes pages; in a demo and in development. Anywhere else there is no such page. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/app/_ui/app-shell";
import { NavLink } from "@/app/_ui/nav-link";
import { PageHeader } from "@/app/_ui/page-header";
import { isOpenBehind } from "@/lib/demo/behind";
import { currentViewer } from "@/lib/session/current";
import { Corner } from "./_parts/corner";
import { SECTIONS } from "./_parts/sections";

export const metadata: Metadata = { title: "Controls", robots: { index: false } };

export default async function Controls() {
  if (!(await isOpenBehind(await currentViewer()))) notFound();
  return (
    <AppShell
      home="/"
      nav={
        <>
          <NavLink href="/dev/ui">Controls</NavLink>
          <NavLink href="/dev/mail">Mail</NavLink>
        </>
      }
      account={<Corner />}
      banner={<p className="bg-info-wash px-4 py-2 text-center text-sm">A banner stands above everything.</p>}
      footer="What the footer says."
    >
      <PageHeader
        title="Controls"
        lead="What pages are made of, in every state. Point at things and Tab through them: hover and focus are not painted here."
      />
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[12rem_1fr]">
        <Contents />
        <div className="grid min-w-0 grid-cols-1 gap-16">
          {SECTIONS.map(({ id, title, Part }) => (
            <section key={id} id={id} aria-labelledby={`${id}-name`} className="grid min-w-0 grid-cols-1 gap-6">
              <h2 id={`${id}-name`} className="ledger-rule pb-2 text-xl">
                {title}
              </h2>
              <Part />
            </section>
          ))}
        </div>
      </div>
    </AppShell>
  );
}

function Contents() {
  return (
    <nav aria-label="Contents" className="text-sm lg:sticky lg:top-6 lg:self-start">
      <ol className="flex flex-wrap gap-x-4 gap-y-1.5 lg:grid">
        {SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="link">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
