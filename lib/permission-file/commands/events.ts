/** The log's lines of an applied file: the same as the pages write for the same change. */
import type { AuditEvent, Telling } from "@/lib/gate/command";
import type { Settings } from "@/lib/session/viewer";
import type { TableChange } from "../difference";
import type { Facts } from "../facts";
import { customColumns, type GroupType } from "../tables";

type Asked = Pick<Facts, "tables" | "uses" | "changes" | "holders">;

export function eventsOf(facts: Asked, settings: Settings, reason: string): AuditEvent[] {
  return facts.changes.flatMap((change) => linesOf(change, facts, settings, reason));
}

function linesOf(change: TableChange, facts: Asked, settings: Settings, reason: string): AuditEvent[] {
  switch (change.kind) {
    case "role-created":
      return [{ event: "role.created", role: change.role.name, after: { label: change.role.label }, reason }];
    case "role-relabelled":
      return [{ event: "role.renamed", role: change.role.name, ...labels(change), reason }];
    case "role-deleted": {
      const { name, label, permissions } = change.role;
      const gone = {
        event: "role.deleted",
        role: name,
        before: { label, permissions: permissions.toSorted() },
        reason,
      };
      return settings.newAccountRole === name ? [gone, unset("newAccountRole", name, `role.deleted ${name}`)] : [gone];
    }
    case "roles-ordered":
      return [{ event: "role.moved", ...orders(change), reason }];
    case "right":
      return [grantLine(change.on, { role: change.role.name, permission: change.permission, reason })];
    case "type-created":
      return [{ event: "type.created", type: change.type.name, after: wholeType(change.type), reason }];
    case "type-edited":
      return [{ event: "type.edited", type: change.type.name, before: change.before, after: change.after, reason }];
    case "type-deleted":
      return typeGone(change.type, facts, settings, reason);
    case "types-ordered":
      return [{ event: "type.edited", ...orders(change), reason }];
    case "column-created": {
      const { name, label } = change.column;
      return [{ event: "role.created", type: change.type.name, role: name, after: { label }, reason }];
    }
    case "column-relabelled":
      return [{ event: "type.edited", type: change.type.name, role: change.column.name, ...labels(change), reason }];
    case "column-deleted":
      return columnGone(change, facts, reason);
    case "columns-ordered":
      return [{ event: "type.edited", type: change.type.name, ...orders(change), reason }];
    case "cell": {
      const type = change.type.name;
      const after = { version: (facts.uses.get(type)?.version ?? 0) + 1 };
      return [grantLine(change.on, { type, role: change.column.name, permission: change.permission, reason, after })];
    }
  }
}

const grantLine = (on: boolean, line: Omit<AuditEvent, "event">): AuditEvent => ({
  ...{ event: on ? "permission.granted" : "permission.revoked", ...line },
});
const labels = ({ before, after }: { before: string; after: string }) => ({
  ...{ before: { label: before }, after: { label: after } },
});
const orders = ({ before, after }: { before: readonly string[]; after: readonly string[] }) => ({
  ...{ before: { order: before }, after: { order: after } },
});
const unset = (setting: string, was: string, cause: string): AuditEvent => ({
  ...{ event: "setting.changed", before: { [setting]: was }, after: { [setting]: null }, cause },
});

function wholeType(type: GroupType) {
  const { label, content, creator, defaults, columns } = type;
  const cells = columns.flatMap(({ name, permissions }) => permissions.map((permission) => `${name} ${permission}`));
  const roles = customColumns(type).map(({ name }) => name);
  return { label, preset: null, content, creator, defaults, roles, cells };
}

function typeGone({ name, label }: GroupType, { tables }: Asked, settings: Settings, reason: string): AuditEvent[] {
  const permission = `group.create:${name}` as const;
  const creators = tables.globalRoles.filter((role) => role.permissions.includes(permission));
  const cause = "type.deleted";
  return [
    { event: "type.deleted", type: name, before: { label }, reason },
    ...creators.map((role) => ({ event: "permission.revoked", role: role.name, permission, cause })),
    ...(settings.defaultGroupType === name ? [unset("defaultGroupType", name, cause)] : []),
  ];
}

type ColumnGone = Extract<TableChange, { kind: "column-deleted" }>;

const causeOf = ({ column }: ColumnGone): string => `role.deleted ${column.name}`;

function heldIn({ type, column }: ColumnGone, { holders }: Pick<Asked, "holders">) {
  return holders.filter((holder) => holder.type === type.name && holder.role === column.name);
}

function columnGone(change: ColumnGone, facts: Asked, reason: string): AuditEvent[] {
  const { type, column } = change;
  const { label, permissions } = column;
  const was = facts.tables.types.find(({ name }) => name === type.name);
  const creators = was?.creator.roles.includes(column.name) ?? false;
  const line = { type: type.name, role: column.name, before: { label, permissions, creators }, reason };
  return [
    { event: "role.deleted", ...line },
    ...heldIn(change, facts).map(({ accountId, groupId }) => ({
      ...{ event: "member.roles-changed", accountId, groupId, role: column.name, cause: causeOf(change) },
    })),
  ];
}

/** Whoever held a custom role that goes is told. */
export function tellingsOf(facts: Asked, reason: string): Telling[] {
  return facts.changes
    .filter((change) => change.kind === "column-deleted")
    .flatMap((change) =>
      heldIn(change, facts).map(({ accountId, groupId }) => ({
        ...{ event: "member.roles-changed", to: accountId, groupId, role: change.column.name },
        ...{ cause: causeOf(change), reason },
      })),
    );
}
