/** The kinds of groups that there are. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { tablePath, typePath } from "@/lib/group-types/paths";
import { listTypes, type TypeLine } from "@/lib/group-types/queries/list-types";
import { currentViewer } from "@/lib/session/current";
import { countText } from "../../../_parts/count-words";
import { withQuery } from "../../../_parts/paths";
import { ADMIN } from "../../_parts/crumbs";

export const metadata: Metadata = { title: "Group types" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TypesPage({ searchParams }: Props) {
  const types = await listTypes(await currentViewer());
  if (!types) notFound();
  const { deleted, applied } = await searchParams;
  return (
    <>
      <PageHeader
        crumbs={[ADMIN]}
        title="Group types"
        lead="Every group is of one type, and the type decides who may do what in it."
        actions={<Verbs />}
      />
      <div className="grid gap-6">
        {deleted === "1" ? <Notice tone="success" role="status" title="The type is deleted. Its log stays." /> : null}
        {applied ? (
          <Notice tone="success" role="status" title="The file is applied. The log has every change." />
        ) : null}
        {types.length > 0 ? (
          <Table caption="Group types" columns={COLUMNS} rows={types.map(rowOf)} />
        ) : (
          <EmptyState title="There is no type yet" actions={<NewType />}>
            <p>Groups need a type before the first of them can be made. Four common ways are ready to start from.</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** The tables as a file, out and in, and what they mean, tried out. */
function Verbs() {
  return (
    <>
      <a href="/admin/group/types/file" download className={buttonClass()}>
        Download
      </a>
      <ButtonLink href={withQuery("/admin/group/types/upload", {})}>Upload</ButtonLink>
      <ButtonLink href={withQuery("/admin/group/types/scenarios", {})}>Scenarios</ButtonLink>
      <NewType />
    </>
  );
}

function NewType() {
  return (
    <ButtonLink href={withQuery("/admin/group/types/add", {})} variant="primary">
      New type
    </ButtonLink>
  );
}

const COLUMNS = [
  { label: "Type" },
  { label: "What it is for", words: true },
  { label: "Groups", align: "end" },
  { label: "Custom roles", words: true },
  { label: "Pages", quiet: true },
] as const;

function rowOf({ name, label, description, groups, roles }: TypeLine) {
  return {
    key: name,
    cells: [
      <TextLink key="label" href={withQuery(typePath(name), {})} bare>
        {label}
      </TextLink>,
      <Muted key="description">{description}</Muted>,
      countText(groups),
      roles.length > 0 ? roles.join(", ") : <Muted key="none">none</Muted>,
      <TextLink key="table" href={withQuery(tablePath(name, "permissions"), {})}>
        Permissions<span className="sr-only"> of {label}</span>
      </TextLink>,
    ],
  };
}

function Muted({ children }: { children: string }) {
  return <span className="line-clamp-2 max-w-prose text-muted">{children}</span>;
}
