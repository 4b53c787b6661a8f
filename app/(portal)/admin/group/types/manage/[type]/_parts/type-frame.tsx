/** What stands above every page of a type. */
import type { ReactNode } from "react";
import { PageHeader } from "@/app/_ui/page-header";
import { Tabs } from "@/app/_ui/tabs";
import { tablePath, typePath } from "@/lib/group-types/paths";
import { withQuery } from "../../../../../../_parts/paths";
import { ADMIN, TYPES } from "../../../../../_parts/crumbs";

type Tab = "settings" | "permissions" | "outsider";
type Props = { type: { name: string; label: string }; tab: Tab; lead?: ReactNode; children: ReactNode };

export function TypeFrame({ type: { name, label }, tab, lead, children }: Props) {
  return (
    <>
      <PageHeader crumbs={[ADMIN, TYPES]} title={label} lead={lead} />
      <Tabs
        label={`Pages of ${label}`}
        tabs={[
          { label: "Settings", href: withQuery(typePath(name), {}), current: tab === "settings" },
          { label: "Permissions", href: withQuery(tablePath(name, "permissions"), {}), current: tab === "permissions" },
          {
            label: "Advanced outsider permissions",
            href: withQuery(tablePath(name, "outsider"), {}),
            current: tab === "outsider",
          },
        ]}
      />
      {children}
    </>
  );
}
