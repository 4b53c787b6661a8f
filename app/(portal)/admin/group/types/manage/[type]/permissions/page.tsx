/** Who may do what in the groups of a type: visitors, outsiders, members, custom roles, leaders. */
import { currentViewer } from "@/lib/session/current";
import { foundTable, type TypeProps, titledTable } from "../_parts/found";
import { TypeFrame } from "../_parts/type-frame";
import { TypeTable } from "../_parts/type-table";

export const generateMetadata = ({ params }: TypeProps) => titledTable(params, "permissions", "Permissions");

export default async function PermissionsPage({ params, searchParams }: TypeProps) {
  const table = await foundTable(params, "permissions");
  return (
    <TypeFrame
      type={table.type}
      tab="permissions"
      lead="Exactly one layer speaks for everybody: a visitor, somebody outside, or a member with their roles. Leader stands beside it. Nothing is inherited from one layer to another."
    >
      <TypeTable viewer={await currentViewer()} table={table} page="permissions" query={await searchParams} />
    </TypeFrame>
  );
}
