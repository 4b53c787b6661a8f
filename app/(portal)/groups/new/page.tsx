/** A new group: first of which kind, where there is a choice, then everything about it. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { List, ListRow } from "@/app/_ui/list";
import { PageHeader } from "@/app/_ui/page-header";
import { TextLink } from "@/app/_ui/text-link";
import { findCreating, type TypeChoice } from "@/lib/groups/queries/find-creating";
import { currentViewer } from "@/lib/session/current";
import { one, withQuery } from "../../_parts/paths";
import { CreateForm } from "./_parts/create-form";

export const metadata: Metadata = { title: "New group" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewGroupPage({ searchParams }: Props) {
  const creating = await findCreating(await currentViewer());
  if (!creating) notFound();
  const asked = one((await searchParams).type);
  const only = creating.types.length === 1 ? creating.types[0] : undefined;
  const type = creating.types.find(({ name }) => name === asked) ?? only;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Groups", href: withQuery("/groups", {}) },
          ...(type && !only ? [{ label: "New group", href: withQuery("/groups/new", {}) }] : []),
        ]}
        title={type ? `New ${type.label}` : "New group"}
        lead={
          type ? type.description || undefined : "What kind of group is it? The kind decides who may do what in it."
        }
      />
      {type ? (
        <CreateForm creating={creating} type={type} />
      ) : (
        <Kinds types={creating.types} preferred={creating.preferred} />
      )}
    </>
  );
}

function Kinds({ types, preferred }: { types: readonly TypeChoice[]; preferred: string | null }) {
  const first = [...types].sort((a, b) => Number(b.name === preferred) - Number(a.name === preferred));
  return (
    <List label="Kinds of group">
      {first.map(({ name, label, description }) => (
        <ListRow
          key={name}
          title={
            <TextLink href={withQuery("/groups/new", { type: name })} bare>
              {label}
            </TextLink>
          }
          line={description || null}
        />
      ))}
    </List>
  );
}
