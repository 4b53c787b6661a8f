/** A line of the log in words: parts that are text, and parts that are names, so that a page can lead on from them. */
import { GLOBAL_PERMISSIONS, GROUP_PERMISSIONS } from "@/lib/policy/catalogue";
import type { LogLine } from "./line";
import { plain } from "./plain";
import { befellAnother } from "./sentence-befell";
import { CAUSES, CAUSES_ELSEWHERE, LEADING_GROUP_DELETED, SOMEBODY, THE_PERSON } from "./sentence-causes";
import { ABOUT_GROUPS, ABOUT_THE_PORTAL, type Says } from "./sentence-words";

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "actor" | "person" | "group" | "name"; readonly text: string };

export const SAYS: Readonly<Record<string, Says>> = { ...ABOUT_GROUPS, ...ABOUT_THE_PORTAL };

const SETTINGS: Readonly<Record<string, string>> = {
  autoLeave: "whether people leave groups at once",
  notifyLeaders: "whether leaders are told of new requests",
  signUp: "who may sign up",
  signUpDomains: "whose addresses may sign up",
  newAccountRole: "the role of new accounts",
  defaultGroupType: "the type of new groups",
  reservedNames: "the list of reserved group names",
  reservedName: "a reserved group name",
};

export function sentenceOf(line: LogLine): readonly Part[] {
  const cause = causeOf(line);
  return [...parts(line, templateOf(line)), ...(cause ? [text(`, ${cause}`)] : []), text(".")];
}

/** The same as text alone, for files and titles. */
export const sentenceText = (line: LogLine): string =>
  sentenceOf(line)
    .map((part) => part.text)
    .join("");

/** Why it came about by itself; null where somebody simply did it. Of several causes the first is told. */
export function causeOf({ event, person, group, cause, causeRole }: LogLine): string | null {
  const [began = "", ...named] = cause?.split("; ")[0]?.split(" ") ?? [];
  if (event === "leader.dismissed" && !person && began === "group.deleted") return LEADING_GROUP_DELETED;
  const marked = named.at(-1) === "elsewhere" || befellAnother(event, began, Boolean(group?.slug));
  const here = group && !marked;
  const said = (here ? null : CAUSES_ELSEWHERE[began]) ?? CAUSES[began];
  if (!said) return cause ? `because of ${cause}` : null;
  const places: Readonly<Record<string, string>> = {
    ...(person ? THE_PERSON : SOMEBODY),
    another: group ? "another" : "a",
    role: causeRole ?? named.at(-1) ?? "",
    right: rightCalled(named[0] ?? ""),
  };
  return said.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? "");
}

/** The label of the page on which it is granted. */
export function rightCalled(key: string): string {
  const row = [...GLOBAL_PERMISSIONS, ...GROUP_PERMISSIONS].find((one) => one.key === key);
  if (row) return row.label;
  return key.startsWith("group.create:") ? `Create groups of the type ${plain(key.slice(13))}` : plain(key);
}

/** Who began it is told beside what followed from it, not as if they had done each of it. */
function templateOf(line: LogLine): string {
  const says = SAYS[line.event];
  if (!says) return `${line.event}: {person} {group}`;
  const { by, self, alone } = says;
  const own = line.actor !== null && line.actor.id === line.person?.id;
  if (line.cause || !line.actor) return alone ?? (own ? self : by) ?? by ?? self ?? "";
  return (own ? self : by) ?? by ?? alone ?? self ?? "";
}

const text = (words: string): Part => ({ kind: "text", text: words });

function parts(line: LogLine, template: string): Part[] {
  const all = template
    .split(/(\{[a-z]+\})/)
    .map((piece) => (piece.startsWith("{") ? named(line, piece.slice(1, -1)) : text(piece)))
    .filter((part) => part.text !== "");
  return all.map((part, at) => (at === 0 && part.kind === "text" ? text(capital(part.text)) : part));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function named(line: LogLine, place: string): Part {
  switch (place) {
    case "actor":
      return line.actor ? { kind: "actor", text: line.actor.name } : text("the portal");
    case "person":
      return line.person ? { kind: "person", text: line.person.name } : text("somebody");
    case "group":
      return line.group ? { kind: "group", text: line.group.name } : text("a group");
    case "leader":
      if (line.person) return { kind: "person", text: line.person.name };
      return line.subject ? { kind: "name", text: line.subject } : text("another group");
    default:
      return text(said(line, place));
  }
}

function said(line: LogLine, place: string): string {
  const { type, role, permission, subject } = line;
  switch (place) {
    case "type":
      return quoted(type?.label ?? textIn(line, "label")) || "that is gone";
    case "role":
      return role ? role.label : "of another name";
    case "right":
      return quoted(rightCalled(permission ?? "")) || "a right";
    case "of":
      return type ? ` in ${type.label}` : "";
    case "link":
      return quoted(subject ?? textIn(line, "label")) || "without a label";
    case "title":
      return quoted(textIn(line, "title")) || "without a title";
    default:
      return ELSE[place]?.(line) ?? "";
  }
}

const ELSE: Readonly<Record<string, (line: LogLine) => string>> = {
  wish: (line) => (textIn(line, "kind") === "leave" ? "leave" : "join"),
  // Older lines do not say what was wished.
  wished: (line) => (textIn(line, "kind") ? `to ${ELSE.wish?.(line)}` : "about"),
  roles: ({ after, roleLabels }) => {
    const roles = listIn(after, "roles");
    if (!roles) return "";
    return roles.length > 0 ? ` to ${roles.map((role) => plain(roleLabels[role] ?? role)).join(", ")}` : " to none";
  },
  until: (line) => (isIn(line.after, "until") ? untilWords(textIn(line, "until")) : ""),
  setting: ({ before, after }) => {
    const [key = ""] = Object.keys(recordOf(after) ?? recordOf(before) ?? {});
    const name = recordOf(recordOf(after)?.[key] ?? recordOf(before)?.[key])?.name;
    if (key === "reservedName" && typeof name === "string") return `the reserved group name ${quoted(plain(name))}`;
    return SETTINGS[key] ?? (key ? `the setting ${plain(key)}` : "a setting");
  },
  whom: (line) => (textIn(line, "as") === "visitor" ? "a visitor" : "somebody else"),
};

const untilWords = (until: string) => (until ? `: on ${until.slice(0, 10)}` : ": never");

const quoted = (words: string) => (words ? `“${words}”` : "");

const recordOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

const isIn = (value: unknown, key: string) => recordOf(value)?.[key] !== undefined;

function listIn(value: unknown, key: string): string[] | null {
  const list = recordOf(value)?.[key];
  return Array.isArray(list) ? list.map(String) : null;
}

/** As it is after; of what is gone, as it was. */
function textIn({ before, after }: LogLine, key: string): string {
  const found = recordOf(after)?.[key] ?? recordOf(before)?.[key];
  return typeof found === "string" ? plain(found) : "";
}
