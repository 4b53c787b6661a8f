import { Fragment } from "react";
import { Button } from "@/app/_ui/button";
import { List, ListRow } from "@/app/_ui/list";
import { TextLink } from "@/app/_ui/text-link";
import { releaseNameAction } from "@/lib/settings/actions";
import type { ReservedLine } from "@/lib/settings/queries";
import { numberWords } from "../../../_parts/count-words";
import { ListForms } from "../../../_parts/list-form";
import { groupPath } from "../../../_parts/paths";

export function ReservedList({ lines }: { lines: readonly ReservedLine[] }) {
  return (
    <div className="grid gap-3">
      <ListForms forms={[{ id: "release", action: releaseNameAction }]} />
      {lines.length > 0 ? (
        <List label="Reserved names">
          {lines.map((line) => (
            <ListRow
              key={line.name}
              title={line.name}
              line={line.reason || null}
              meta={<Borne line={line} />}
              actions={
                <Button type="submit" form="release" name="name" value={line.name} size="sm">
                  Release<span className="sr-only"> {line.name}</span>
                </Button>
              }
            />
          ))}
        </List>
      ) : (
        <p className="text-muted">No name is reserved.</p>
      )}
    </div>
  );
}

/** Groups of one name are told apart by their addresses. */
function Borne({ line: { borne, others, more } }: { line: ReservedLine }) {
  if (borne.length + others === 0) return <span>No group bears it.</span>;
  const rest =
    others > 0
      ? `${borne.length > 0 ? " and " : ""}${numberWords(others, "group")}${more ? " and more" : ""}${borne.length > 0 ? " besides" : ""}`
      : "";
  return (
    <span>
      Borne by{" "}
      {borne.map(({ slug, name }, at) => (
        <Fragment key={slug}>
          {at > 0 ? ", " : null}
          <TextLink href={groupPath(slug)}>{name}</TextLink> ({slug})
        </Fragment>
      ))}
      {rest}.
    </span>
  );
}
