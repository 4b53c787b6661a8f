/** The table of site-wide rights, in the view that the address asks for. */
import { Button, ButtonLink } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { Select } from "@/app/_ui/select";
import { TextLink } from "@/app/_ui/text-link";
import { findEnded } from "@/lib/members/queries/list-ended";
import { saveGlobalTableAction } from "@/lib/permissions/actions";
import { findGlobalSet, listGlobalSaves } from "@/lib/permissions/queries/find-global-set";
import type { GlobalTable } from "@/lib/permissions/queries/find-global-table";
import { findSavedGlobal } from "@/lib/permissions/queries/find-saved-global";
import { decideGlobal } from "@/lib/policy/decide";
import type { Viewer } from "@/lib/session/viewer";
import { numberWords } from "../../../../_parts/count-words";
import { one, withQuery } from "../../../../_parts/paths";
import { tableAsked } from "../../../_parts/table/asked";
import { History } from "../../../_parts/table/history";
import { Proposal } from "../../../_parts/table/proposal";
import { SavedNotice } from "../../../_parts/table/saved-notice";
import { type PathOf, TableForm } from "../../../_parts/table/table-form";
import { type TableView, viewOfRoles } from "../../../_parts/table/view";
import { ViewLinks } from "../../../_parts/table/view-links";

type Props = {
  viewer: Viewer;
  table: GlobalTable;
  query: Readonly<Record<string, string | string[] | undefined>>;
};

const pathOf: PathOf = (params) => withQuery("/admin/people/permissions", params);

export async function GlobalPermissions({ viewer, table, query }: Props) {
  const view = viewOfRoles(table);
  const asked = tableAsked(query);
  if (asked.view === "history") {
    const page = await listGlobalSaves(viewer, asked.after);
    return (
      <div className="grid grid-cols-1 gap-5">
        <ViewLinks current="history" view={view} pathOf={pathOf} without={["simulate"]} />
        {page ? <History page={page} after={asked.after} view={view} pathOf={pathOf} /> : null}
      </div>
    );
  }
  const set = asked.set ? await findGlobalSet(viewer, asked.set, one(query.of)) : null;
  return (
    <TableForm
      action={saveGlobalTableAction}
      view={view}
      caption="Site-wide permissions"
      asked={asked}
      pathOf={pathOf}
      fields={{}}
      proposed={set?.changes ?? []}
      askPath={null}
      without={["simulate"]}
      tools={<Tools view={view} />}
    >
      {asked.set ? (
        <Proposal set={set} pathOf={pathOf}>
          <WhomItRemoved viewer={viewer} set={asked.set.set} stands={Boolean(set && set.changes.length > 0)} />
        </Proposal>
      ) : null}
      <Saved viewer={viewer} view={view} saved={asked.saved} />
    </TableForm>
  );
}

/** Beside a save that is taken back: whom it removed, since they do not come back with it. `stands`: it is yet to be saved. */
async function WhomItRemoved({ viewer, set, stands }: { viewer: Viewer; set: string; stands: boolean }) {
  const [kind, saved = ""] = set.split(":");
  const ended = kind === "revert" ? await findEnded(viewer, saved) : null;
  if (!ended) return null;
  return (
    <p>
      {numberWords(ended.people, "person was", "people were")} removed from {numberWords(ended.groups, "group")} by it:{" "}
      <TextLink href={withQuery(`/admin/people/permissions/ended/${saved}`, {})}>
        see who it was, and add them again
      </TextLink>
      {stands ? " once this is saved." : "."}
    </p>
  );
}

async function Saved({ viewer, view, saved }: { viewer: Viewer; view: TableView; saved: string | null }) {
  const found = saved ? await findSavedGlobal(viewer, saved) : null;
  if (!found && saved !== "nothing") return null;
  const ended = found && saved ? await findEnded(viewer, saved) : null;
  const mayRead = decideGlobal(viewer, "audit.view").allowed;
  return (
    <SavedNotice saved={found} id={saved ?? ""} view={view} pathOf={pathOf}>
      {ended ? (
        <p>
          {numberWords(ended.people, "person was", "people were")} removed from {numberWords(ended.groups, "group")} by
          it. Undoing it gives the right back, but not the memberships:{" "}
          <TextLink href={withQuery(`/admin/people/permissions/ended/${saved}`, {})}>
            see who it was, and add them again
          </TextLink>
          {mayRead ? (
            <>
              , or{" "}
              <TextLink href={withQuery("/admin/audit", { request: saved })}>
                read all that followed in the log
              </TextLink>
            </>
          ) : null}
          .
        </p>
      ) : null}
    </SavedNotice>
  );
}

function Tools({ view }: { view: TableView }) {
  const choices = view.columns.map(({ name, label }) => ({ value: name, label }));
  return (
    <div className="mt-6 grid items-start gap-8 lg:grid-cols-2">
      <Panel id="copy" title="Copy a role" look="bare">
        <form action={pathOf({})} className="grid gap-4">
          <input type="hidden" name="set" value="copy" />
          <Select name="from" label="What this role holds" choices={choices} defaultValue={choices[1]?.value} />
          <Select name="to" label="Becomes what this one holds" choices={choices} defaultValue={choices[2]?.value} />
          <Button type="submit" size="sm" variant="quiet" className="justify-self-start">
            Look at the copy
          </Button>
        </form>
      </Panel>
      <Panel id="redundant" title="Redundant grants" look="bare">
        <p className="mb-3 text-sm text-muted">
          What every account holds anyway: proposed to be taken out of the roles.
        </p>
        <ButtonLink href={pathOf({ set: "redundant" })} size="sm">
          Look at them
        </ButtonLink>
      </Panel>
    </div>
  );
}
