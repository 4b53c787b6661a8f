/** What holders of global roles may do in the groups of a type while they are outside, and behind it, inside. */
import { EmptyState } from "@/app/_ui/empty-state";
import { currentViewer } from "@/lib/session/current";
import { foundTable, type TypeProps, titledTable } from "../../_parts/found";
import { TypeFrame } from "../../_parts/type-frame";
import { TypeTable } from "../../_parts/type-table";
import { WhenItApplies } from "../../_parts/when-it-applies";

const TITLE = "Advanced outsider permissions";

export const generateMetadata = ({ params }: TypeProps) => titledTable(params, "outsider", TITLE);

export default async function OutsiderPage({ params, searchParams }: TypeProps) {
  const table = await foundTable(params, "outsider");
  const hasRoles = table.columns.some(({ frozen }) => !frozen);
  return (
    <TypeFrame
      type={table.type}
      tab="outsider"
      lead="What people may do in every group of this type because of a role that they hold in the whole portal, while they are not in the group."
    >
      <div className="grid grid-cols-1 gap-8">
        <WhenItApplies />
        {hasRoles ? (
          <TypeTable viewer={await currentViewer()} table={table} page="outsider" query={await searchParams} />
        ) : (
          <EmptyState title="There is no role of this portal yet">
            <p>
              Each role that is made on the page of site-wide permissions has a column here. A common use: a role Site
              admin that administers every group of a type without joining it.
            </p>
          </EmptyState>
        )}
      </div>
    </TypeFrame>
  );
}
