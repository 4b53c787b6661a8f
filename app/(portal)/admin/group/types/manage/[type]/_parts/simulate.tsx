/** Somebody who stands like this, in a group like that: what they may do now, and with the changes that are not saved. */
import type { Route } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Table } from "@/app/_ui/table";
import type { CellChange } from "@/lib/group-types/schema-cell";
import { type SimulatedRow, type Subject, simulate } from "@/lib/group-types/simulate";
import { listGlobalRoles } from "@/lib/permissions/queries/list-global-roles";
import type { Decision } from "@/lib/policy/facts";
import { changeText } from "@/lib/scenario/trial/changes";
import type { Viewer } from "@/lib/session/viewer";
import { numberWords } from "../../../../../../_parts/count-words";
import { one } from "../../../../../../_parts/paths";
import { ChangeList } from "../../../../../_parts/table/change-list";
import type { PathOf } from "../../../../../_parts/table/table-form";
import { cellName, type TableView } from "../../../../../_parts/table/view";
import { ViewLinks } from "../../../../../_parts/table/view-links";
import { changesIn } from "../../../../../_parts/table/with-changes";
import { SubjectForm } from "./subject-form";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { viewer: Viewer; type: string; view: TableView; query: Query; pathOf: PathOf };

export async function Simulate({ viewer, type, view, query, pathOf }: Props) {
  const table = viewer.policy.types.get(type);
  if (!table) return null;
  const changes = changesIn(view, query.change);
  const subject = subjectIn(query);
  const rows = simulate(viewer.policy, table, changes, subject);
  const differ = rows.filter(({ now, after }) => now.allowed !== after.allowed).length;
  return (
    <div className="grid grid-cols-1 gap-6">
      <ViewLinks current="simulate" view={view} pathOf={pathOf} changes={changes} />
      {changes.length > 0 ? (
        <Notice
          tone="info"
          title={`With ${numberWords(changes.length, "change")} that ${changes.length === 1 ? "is" : "are"} not saved`}
        >
          <ChangeList changes={changes} nameOf={(change) => cellName(view, change)} verbs={["Grant", "Revoke"]} />
        </Notice>
      ) : null}
      <SubjectForm {...{ subject, changes, view, pathOf }} roles={await rolesFor(viewer)} />
      <p role="status" className="font-semibold">
        {rows.filter(({ after }) => after.allowed).length} of {rows.length} permissions
        {changes.length > 0
          ? ` – ${differ === 0 ? "the same as now" : `${numberWords(differ, "answer")} changed`}`
          : ""}
      </p>
      <Answers rows={rows} view={view} changed={changes.length > 0} />
      <p>
        <ButtonLink href={scenariosPath(type, changes)} size="sm">
          Run scenarios against this
        </ButtonLink>
      </p>
    </div>
  );
}

function subjectIn(query: Query): Subject {
  const stands = one(query.stands);
  return {
    stands: stands === "visitor" || stands === "member" ? stands : "outsider",
    leads: one(query.leads) === "on",
    holds: [query.holds ?? []].flat(),
    roles: [query.has ?? []].flat(),
    hidden: one(query.hidden) === "on",
    published: one(query.unpublished) !== "on",
  };
}

/** Global roles by name, for those who may see their list; whoever administers types alone sees their columns anyway. */
async function rolesFor(viewer: Viewer) {
  const listed = await listGlobalRoles(viewer);
  return listed.map(({ name, label }) => ({ name, label }));
}

function scenariosPath(type: string, changes: readonly CellChange[]): Route {
  const query = changes.map(({ role, permission, on }) => [
    "change",
    changeText({ type, column: role, permission, on }),
  ]);
  return `/admin/group/types/scenarios?${new URLSearchParams(query)}` as Route;
}

type AnswersProps = { rows: readonly SimulatedRow[]; view: TableView; changed: boolean };

function Answers({ rows, view, changed }: AnswersProps) {
  const said = (decision: Decision) => <Said decision={decision} view={view} />;
  const columns = ["Permission", "Now", ...(changed ? ["With the changes"] : [])].map((label) => ({ label }));
  return (
    <Table
      caption="What they may do"
      columns={columns}
      rows={rows.map(({ key, label, now, after }) => ({
        key,
        cells: [label, said(now), ...(changed ? [<After key="after" now={now} after={after} view={view} />] : [])],
      }))}
    />
  );
}

type AfterProps = { now: Decision; after: Decision; view: TableView };

function After({ now, after, view }: AfterProps) {
  return (
    <span>
      {now.allowed === after.allowed ? null : (
        <span className="mr-2 font-semibold text-accent">{after.allowed ? "+ gained" : "− lost"}</span>
      )}
      <Said decision={after} view={view} />
    </span>
  );
}

const RULES: Readonly<Partial<Record<Decision["rule"], string>>> = {
  impossible: "impossible",
  "not-visible": "the group is kept from them",
  unpublished: "it is not published",
  "not-granted": "no role of theirs grants it",
  bypass: "bypasses group access",
  manage: "manages all groups",
};

function Said({ decision: { allowed, rule, roles }, view }: { decision: Decision; view: TableView }) {
  const titles = roles.map((name) => view.columns.find((column) => column.name === name)?.title ?? name);
  const why =
    titles.length > 0 ? `by ${titles.join(", ")}${rule === "admin" ? ", administering it" : ""}` : RULES[rule];
  return (
    <span>
      <span className={allowed ? "font-semibold" : "text-muted"}>{allowed ? "Yes" : "No"}</span>
      {why ? <span className="text-muted"> – {why}</span> : null}
    </span>
  );
}
