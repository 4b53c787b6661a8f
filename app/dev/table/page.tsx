/** A permission table larger than any portal has, for looking at it and for measuring; only where `/dev/ui` is. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/app/_ui/app-shell";
import { NavLink } from "@/app/_ui/nav-link";
import { PageHeader } from "@/app/_ui/page-header";
import { isOpenBehind } from "@/lib/demo/behind";
import { saveTableAction } from "@/lib/group-types/actions";
import { currentViewer } from "@/lib/session/current";
import { withQuery } from "../../(portal)/_parts/paths";
import { tableAsked } from "../../(portal)/admin/_parts/table/asked";
import { TableForm } from "../../(portal)/admin/_parts/table/table-form";
import { Corner } from "../ui/_parts/corner";
import { stretched } from "./_parts/stretched";

export const metadata: Metadata = { title: "A large table", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LargeTable({ searchParams }: Props) {
  if (!(await isOpenBehind(await currentViewer()))) notFound();
  return (
    <AppShell home="/" nav={<NavLink href="/dev/table">A large table</NavLink>} account={<Corner />}>
      <PageHeader title="A large table" lead="Sixty rows and twelve columns, in every state that a cell can have." />
      <TableForm
        action={saveTableAction}
        view={stretched()}
        caption="A large table"
        asked={tableAsked(await searchParams)}
        pathOf={(params) => withQuery("/dev/table", params)}
        fields={{ type: "none", page: "permissions" }}
        version={1}
        proposed={[]}
        askPath={null}
      />
    </AppShell>
  );
}
