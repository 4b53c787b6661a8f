/** What of the portal itself is this viewer's to look after. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { List, ListRow } from "@/app/_ui/list";
import { PageHeader } from "@/app/_ui/page-header";
import { TextLink } from "@/app/_ui/text-link";
import { currentViewer } from "@/lib/session/current";
import { withQuery } from "../_parts/paths";
import { sectionsFor } from "./_parts/sections";

export const metadata: Metadata = { title: "Administration" };

export default async function AdminPage() {
  const sections = sectionsFor(await currentViewer());
  if (sections.length === 0) notFound();
  return (
    <>
      <PageHeader title="Administration" lead="What of this portal is yours to look after." />
      <List label="Parts of the administration">
        {sections.map(({ path, label, line }) => (
          <ListRow
            key={path}
            title={
              <TextLink href={withQuery(path, {})} bare>
                {label}
              </TextLink>
            }
            line={line}
          />
        ))}
      </List>
    </>
  );
}
