/** Which columns of a type's table speak for a viewer in a group, and what they give. */
import { canHold, contentTypeOf, type GroupPermission, HOLDER_OF_COLUMN, impliedBy } from "./catalogue";
import type { Audience, Column, PolicyViewer, Situation, Standing, TypeTable } from "./facts";

const NO_STANDING: Standing = { member: false, roles: [], leads: false, pending: null };

/** How the viewer stands to the group; without an account there is nothing to stand with. */
export function standingOf(viewer: PolicyViewer, situation: Situation): Standing {
  return viewer.account ? situation.standing : NO_STANDING;
}

export function audienceOf(viewer: PolicyViewer, situation: Situation): Audience {
  if (!viewer.account) return "anonymous";
  return situation.standing.member ? "member" : "outsider";
}

/** Whether a column speaks for the viewer there: one audience's columns, and Leader beside them for whoever leads. */
export function applies(column: Column, viewer: PolicyViewer, situation: Situation): boolean {
  if (column.kind === "leader") return standingOf(viewer, situation).leads;
  if (HOLDER_OF_COLUMN[column.kind] !== audienceOf(viewer, situation)) return false;
  if (column.kind === "custom") return situation.standing.roles.includes(column.name);
  return column.globalRole === null || viewer.globalRoles.has(column.globalRole);
}

/** The columns that speak for the viewer in the group, in the order of the table. */
export function columnsFor(viewer: PolicyViewer, situation: Situation): Column[] {
  return [...situation.table.columns.values()].filter((column) => applies(column, viewer, situation));
}

/** Whether the type has the row at all: its content type may be switched off. */
export function contentOn(table: TypeTable, permission: GroupPermission): boolean {
  const content = contentTypeOf(permission);
  return content === null || (table.content?.has(content) ?? true);
}

/** Whether the cell itself is ticked; one that is impossible never counts. */
export function cellCounts(column: Column, permission: GroupPermission): boolean {
  return column.permissions.has(permission) && canHold(HOLDER_OF_COLUMN[column.kind], permission);
}

/** Whether the column gives the permission, by itself or by what implies it. */
export function gives(column: Column, permission: GroupPermission): boolean {
  return cellCounts(column, permission) || impliedBy(permission).some((other) => cellCounts(column, other));
}

export function anyGives(columns: readonly Column[], permission: GroupPermission): boolean {
  return columns.some((column) => gives(column, permission));
}

/**
 * Whether the set reads what an unpublished group shows: by the permission for all of them, or, for the person who
 * created this one, by the permission for one's own.
 */
export function opensUnpublished(columns: readonly Column[], viewer: PolicyViewer, situation: Situation): boolean {
  if (anyGives(columns, "group.view-unpublished")) return true;
  return isCreator(viewer, situation) && anyGives(columns, "group.view-own-unpublished");
}

export function isCreator(viewer: PolicyViewer, situation: Situation): boolean {
  return viewer.account !== null && viewer.account.id === situation.group.creatorId;
}
