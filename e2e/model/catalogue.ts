/** The tables of SEMANTICS §2 and §4, written down a second time: nothing here comes from the product. */

/** A anonymous, O outsider and advanced outsider, M member, insider and custom, L leader. */
export type Holder = "A" | "O" | "M" | "L";

interface Row {
  readonly holders: readonly Holder[];
  readonly high: boolean;
}

const TABLE = `
  group.administer            OML  high
  group.view                  AOML
  group.view-unpublished      OML
  group.view-own-unpublished  OML
  group.edit                  OML
  group.configure             OML  high
  group.delete                OML  high
  member.list                 AOML
  member.administer           OML  high
  member.add                  OML
  member.remove               OML
  member.assign-roles         OML  high
  request.decide              OML
  link.manage                 OML
  leader.appoint              OML  high
  member.join                 O
  member.request              O
  member.leave                M
  member.edit-own             M
  audit.view                  OML
  post.view                   AOML
  post.view-unpublished       OML
  post.create                 OML
  post.edit-own               OML
  post.edit-any               OML  high
  post.delete-own             OML
  post.delete-any             OML  high
`;

const ROWS = new Map<string, Row>(
  TABLE.trim()
    .split("\n")
    .map((line) => {
      const [key = "", holders = "", risk] = line.trim().split(/\s+/);
      return [key, { holders: [...holders] as Holder[], high: risk === "high" }];
    }),
);

export const GROUP_PERMISSIONS: readonly string[] = [...ROWS.keys()];
export const HIGH: readonly string[] = GROUP_PERMISSIONS.filter((key) => ROWS.get(key)?.high);

export const isHolder = (holder: Holder, permission: string): boolean =>
  ROWS.get(permission)?.holders.includes(holder) ?? false;

/** Which of the four a column of a type is; `outsider:ROLE` and `insider:ROLE` are the tied ones. */
export function holderOf(column: string): Holder {
  if (column === "anonymous") return "A";
  if (column === "leader") return "L";
  return column === "outsider" || column.startsWith("outsider:") ? "O" : "M";
}

/** A cell outside its holders is impossible, and so is one of a content type that is switched off. */
export const isPossibleCell = (column: string, permission: string, content: readonly string[]): boolean =>
  isHolder(holderOf(column), permission) && isThere(permission, content);

/** A content type makes its rows in the table of the types where it is switched on, and nowhere else. */
export const isThere = (permission: string, content: readonly string[]): boolean =>
  !permission.startsWith("post.") || content.includes("post");

const MEMBER_ADMINISTER = ["member.add", "member.remove", "member.assign-roles", "request.decide", "link.manage"];

/** The permission itself, and what implies it. */
export function sufficesFor(permission: string): string[] {
  if (MEMBER_ADMINISTER.includes(permission)) return [permission, "member.administer"];
  if (permission.endsWith("-own") && permission.startsWith("post.")) {
    return [permission, permission.replace("-own", "-any")];
  }
  return [permission];
}

export const BUILT_IN_ROLES = ["anonymous", "authenticated"];
export const BUILT_IN_COLUMNS = ["anonymous", "outsider", "member", "leader"];

const FOR_ANYBODY = ["directory.view", "profile.view"];

export function globalPermissions(types: Iterable<string>): string[] {
  return [
    ...FOR_ANYBODY,
    ...["group.bypass", "group.request", "group.manage"],
    ...[...types].map((type) => `group.create:${type}`),
    ...["group.overview", "type.administer", "people.administer", "permission.administer", "audit.view"],
    ...["explain.view", "setting.administer"],
  ];
}

/** `anonymous` can hold the first two of §2. */
export const possibleForAnonymous = (permission: string): boolean => FOR_ANYBODY.includes(permission);

/** The five that raise nobody above anybody (§9). */
export const raises = (permission: string): boolean =>
  ![...FOR_ANYBODY, "group.request", "group.overview"].includes(permission) && !permission.startsWith("group.create:");
