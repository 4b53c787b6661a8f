// Promise: a file is understood whole or refused whole, and every problem says its line, its place and what was probably meant.
import { closestMatch } from "leven";
import { type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { file, LONGEST, type PermissionFile, SHAPES } from "./schema";

export type Path = readonly PropertyKey[];

export interface Problem {
  /** counted from 1; null where the file has no such line */
  readonly line: number | null;
  /** such as `types.squad.roles.member[2]`; empty for the file as a whole */
  readonly path: string;
  readonly message: string;
}

export interface Reading {
  /** null if anything in it is wrong */
  readonly file: PermissionFile | null;
  readonly problems: readonly Problem[];
  /** the problem at the nearest line that there is */
  at(path: Path, message: string): Problem;
}

/** Ten nested ones stand for a billion; nothing that is written by hand or by the portal needs one. */
const NO_ALIAS = "Anchors and aliases (& and *) are not read: write it out.";

export function readPermissionFile(text: string): Reading {
  if (text.length > LONGEST) return refused(whole(`longer than ${LONGEST.toLocaleString("en")} characters`));
  if (text.includes("\ufffd")) return refused(whole("not written in UTF-8"));
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false, uniqueKeys: true });
  const lineAt = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line);
  const torn = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    ...{ line: lineAt(pos[0]), path: "", message },
  }));
  if (torn.length > 0) return refused(...torn);
  const aliased = aliasIn(document);
  if (aliased) return refused({ line: lineAt(aliased.range?.[0]), path: "", message: NO_ALIAS });
  const at = (path: Path, message: string): Problem => ({
    ...{ line: lineAt(offsetOf(document, path)), path: pathOf(path), message },
  });
  const parsed = file.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { file: parsed.data, problems: [], at };
  return refused(...foundIn(parsed.error).map(({ path, message }) => at(path, message)));
}

const whole = (message: string): Problem => ({ line: null, path: "", message });

function refused(...problems: Problem[]): Reading {
  return { file: null, problems, at: (path, message) => ({ line: null, path: pathOf(path), message }) };
}

function aliasIn(document: Document): Node | null {
  let found: Node | null = null;
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the last part of the path that is there begins: its key, or itself in a list. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const there = path.slice(0, length);
    const node = document.getIn(there as unknown[], true);
    if (isNode(node) && node.range) return keyOf(document, there) ?? node.range[0];
  }
  return undefined;
}

function keyOf(document: Document, path: Path): number | undefined {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1) as unknown[], true) : document.contents;
  const items = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] } | null)?.items ?? [];
  return items.find((pair) => pair?.key?.value === path.at(-1))?.key?.range?.[0];
}

export function pathOf(path: Path): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "");
}

/** `there is no type “sqad” – “squad”?` */
export function unknown(what: string, said: string, known: Iterable<string>): string {
  const nearest = closestMatch(said, [...known]);
  return `there is no ${what} “${said}”${nearest === undefined ? "" : ` – “${nearest}”?`}`;
}

interface Found {
  readonly path: Path;
  readonly message: string;
}

function foundIn(error: z.ZodError): Found[] {
  return error.issues.flatMap((issue): Found[] => {
    const { path, message } = issue;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...path, key], message: unknown("key", key, keysAt(path)) }));
    if (issue.code === "invalid_key") return [{ path, message: issue.issues[0]?.message ?? message }];
    const inner = issue.code === "invalid_union" ? foundInEither(issue.errors, path) : [];
    return inner.length > 0 ? inner : [{ path, message }];
  });
}

/** Of what could be a list or a set of keys, what is wrong with the one that it is. */
function foundInEither(errors: readonly (readonly z.core.$ZodIssue[])[], path: Path): Found[] {
  const near = errors.find((issues) => !issues.some((one) => one.code === "invalid_type" && one.path.length === 0));
  return (near ?? []).flatMap((issue): Found[] => {
    const there = [...path, ...issue.path];
    if (issue.code !== "unrecognized_keys") return [{ path: there, message: issue.message }];
    const keys = Object.keys(SHAPES.globalRole.shape);
    return issue.keys.map((key) => ({ path: [...there, key], message: unknown("key", key, keys) }));
  });
}

/** The keys that a file has at this place. */
function keysAt([section, , part]: Path): string[] {
  if (section === undefined) return Object.keys(file.shape);
  if (section === "globalRoles") return Object.keys(SHAPES.globalRole.shape);
  if (part === "creator") return ["member", "roles"];
  if (part === "defaults") return ["internal", "hidden", "open", "public", "published"];
  return Object.keys(SHAPES.type.shape);
}
