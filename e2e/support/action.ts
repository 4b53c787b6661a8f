/** Calls a server action over HTTP as the framework's own client does, without a browser. */
import { readFileSync } from "node:fs";
import { address, type Cookie } from "./stand";

interface Reference {
  readonly filename: string;
  readonly exportedName: string;
  /** by the pages that have the action, such as app/(portal)/groups/[slug]/page */
  readonly workers: Readonly<Record<string, unknown>>;
}

export interface KnownAction extends Pick<Reference, "filename" | "exportedName"> {
  readonly id: string;
  /** the address of a page that has it, with the parts that vary still in brackets: /groups/[slug]/leaders */
  readonly page: string;
}

/** Every action of the build, as the build itself lists them. */
export function everyAction(): KnownAction[] {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const found = new Map<string, KnownAction>();
  for (const [id, reference] of [
    ...Object.entries<Reference>(manifest.node),
    ...Object.entries<Reference>(manifest.edge),
  ]) {
    const { filename, exportedName, workers } = reference;
    found.set(id, { id, filename, exportedName, page: addressOf(Object.keys(workers).sort()[0] ?? "") });
  }
  return [...found.values()];
}

function addressOf(page: string): string {
  return page
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([^)]*\)/g, "");
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** what the action returned, null if it did not return a value */
  readonly value: {
    readonly ok: boolean;
    readonly code?: string;
    readonly answer?: string;
    readonly fields?: unknown;
  } | null;
  readonly redirect: string | null;
}

export interface Calling {
  readonly cookie?: Cookie | null;
  /** the page it is posted to */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a form action `(before, form)`. */
export function callForm(action: KnownAction, fields: Fields, how: Calling = {}): Promise<Answer> {
  return call(action, formBody(fields), how);
}

/** What the framework's own client sends for a form action that was never called before. */
export function formBody(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === "string" ? [value] : value) body.append(`_1_${name}`, one);
  }
  body.append("0", JSON.stringify([null, "$K1"]));
  return body;
}

async function call(
  action: KnownAction,
  body: FormData,
  { cookie, page = "/groups", headers }: Calling,
): Promise<Answer> {
  const response = await fetch(address() + page, {
    method: "POST",
    body,
    redirect: "manual",
    headers: {
      accept: "text/x-component",
      "next-action": action.id,
      origin: address(),
      ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
      ...headers,
    },
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text,
    value: valueIn(text),
    redirect: response.headers.get("x-action-redirect")?.split(";")[0] ?? null,
  };
}

/** The action's own value is the row that row 0 points to as `a`. */
function valueIn(flight: string): Answer["value"] {
  const rows = rowsOf(flight);
  const pointer = /"a":"\$@([0-9a-f]+)"/.exec(rows.get("0") ?? "")?.[1];
  const row = pointer && rows.get(pointer);
  return row?.startsWith("{") ? JSON.parse(row) : null;
}

/** Rows end with their line, but for long texts, which say how many bytes they have and end without one. */
function rowsOf(flight: string): Map<string, string> {
  const bytes = Buffer.from(flight);
  const rows = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const head = /^([0-9a-f]*):(?:T([0-9a-f]+),)?/.exec(bytes.toString("latin1", at, at + 40));
    const from = at + (head?.[0].length ?? 0);
    const line = bytes.indexOf(10, from);
    const end = head?.[2] ? from + Number.parseInt(head[2], 16) : line < 0 ? bytes.length : line;
    if (head) rows.set(head[1] ?? "", bytes.toString("utf8", from, end));
    at = head?.[2] ? end : end + 1;
  }
  return rows;
}
