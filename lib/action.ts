// Promise: the only wrapper of a server action and of a form route. Nothing reaches a command unparsed or unasked-for,
// and only a refusal becomes a value; every other failure, `redirect()` and `notFound()` too, goes on.
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { withFileTexts } from "@/lib/action/file-texts";
import { formValues, NotOurForm, typedIn } from "@/lib/action/form-values";
import { absent } from "@/lib/action/not-found";
import { COMMON_WORDS, type Refused, type Result, UNSAID } from "@/lib/action/result";
import { demandStrict } from "@/lib/action/strict";
import { serverEnv } from "@/lib/env";
import type { Outcome } from "@/lib/gate/command";
import { ownOrigin } from "@/lib/http-guard";
import { Refusal } from "@/lib/refusal";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";

type Schema = z.ZodObject;
type Command<S extends Schema, A extends string, D> = (viewer: Viewer, input: z.output<S>) => Promise<Outcome<A, D>>;

export interface Saying<A extends string> {
  /** sentences for the command's words, of success and of refusal; they lie beside the screen that shows them */
  readonly says?: Partial<Record<A | "invalid" | "busy" | "rate-limited", string>>;
}

export interface Leading<A extends string, D> extends Saying<A> {
  /** where a form leads when it is done: a path of one's own; without it, or with null, the page stays */
  readonly redirectTo?: string | ((data: D | null, answer: A) => string | null);
  /** refusals that show the page as it is now, around what was typed */
  readonly refreshes?: readonly A[];
  /** file fields, each with the text field that a chosen file's text stands in */
  readonly files?: Readonly<Record<string, string>>;
}

/** An action that scripts call with one plain value. */
export function action<S extends Schema, A extends string, D>(
  schema: S,
  command: Command<S, A, D>,
  { says }: Saying<A> = {},
) {
  demandStrict(schema);
  return async (input: z.input<S>): Promise<Result<D>> => {
    const result = await carryOut(schema, command, () => input, says);
    if (result.ok) refresh();
    return result;
  };
}

/** What `formAction` makes: fits `useActionState` and, where nothing is to be said, `<form action>` itself. */
export interface FormAction<D> {
  (form: FormData): Promise<void>;
  (before: unknown, form: FormData): Promise<Result<D>>;
}

/** An action behind a form, with script or without. A refused form gets back what was typed. */
export function formAction<S extends Schema, A extends string, D>(
  schema: S,
  command: Command<S, A, D>,
  { says, redirectTo, refreshes = [], files = {} }: Leading<A, D> = {},
): FormAction<D> {
  demandStrict(schema);
  return (async (...sent: unknown[]): Promise<Result<D>> => {
    const last = sent.at(-1);
    if (!(last instanceof FormData)) return { ok: false, ...notOurs };
    const form = await withFileTexts(last, files);
    const result = await carryOut(schema, command, () => formValues(form, schema.shape), says);
    if (!result.ok) {
      if (refreshes.some((word) => word === result.code)) refresh();
      return { ...result, typed: typedIn(form, schema.shape) };
    }
    refresh();
    const path = typeof redirectTo === "function" ? pathOf(redirectTo, result) : redirectTo;
    if (path) redirect(path as never);
    return result;
  }) as FormAction<D>;
}

/** A route without dynamic parts has no parameters at all. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/**
 * A route handler for a plain form, for pages that cannot have actions of their own. The address's parts count as
 * fields. `to` names the page that shows the result, or null for what is not there.
 */
export function formRoute<S extends Schema, A extends string, D>(
  schema: S,
  command: Command<S, A, D>,
  { says, to }: Saying<A> & { to: (result: Result<D>, params: Record<string, string>) => string | null },
) {
  demandStrict(schema);
  return async (request: Request, context: Context): Promise<Response> => {
    const params = Object.fromEntries(
      Object.entries((await context.params) ?? {}).map(([name, part]) => [name, String(part)]),
    );
    const form = await request.formData().catch(() => null);
    for (const [name, part] of Object.entries(params)) form?.append(name, part);
    const result: Result<D> = form
      ? await carryOut(schema, command, () => formValues(form, schema.shape), says)
      : { ok: false, ...notOurs };
    const path = to(result, params);
    return path === null ? absent(request) : new Response(null, { status: 303, headers: { location: path } });
  };
}

const notOurs = {
  code: "invalid",
  message: "This form is not one of this page. Load the page again and fill it in there.",
};

/** Parse, ask who, command: nothing is asked of the database about input that is not even shaped right. */
async function carryOut<S extends Schema, A extends string, D>(
  schema: S,
  command: Command<S, A, D>,
  values: () => unknown,
  says: Saying<A>["says"] = {},
): Promise<Result<D>> {
  const words: Readonly<Record<string, string | undefined>> = { ...COMMON_WORDS, ...says };
  try {
    await demandOwnPage();
    const parsed = schema.safeParse(values());
    if (!parsed.success) return invalid(parsed.error, words.invalid);
    const { answer, done, data } = await command(await currentViewer(), parsed.data);
    if (done) return { ok: true, answer, message: says[answer], data };
    return { ok: false, code: answer, message: words[answer] ?? UNSAID };
  } catch (error) {
    if (error instanceof NotOurForm) return { ok: false, ...notOurs };
    if (error instanceof Refusal) {
      return { ok: false, code: error.code, message: says[error.code as A] ?? error.message, fields: error.fields };
    }
    throw error;
  }
}

/** The proxy refuses foreign forms already; whoever finds a way round it is refused here. */
async function demandOwnPage(): Promise<void> {
  const head = await headers();
  const own = ownOrigin(serverEnv().PORTAL_URL, head.get("host"));
  if (own === null || head.get("origin") !== own)
    throw new Refusal("cross-site", "This was not sent from this portal.");
}

function invalid(error: z.ZodError, said = "Something here needs another look."): Refused {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") return { ok: false, ...notOurs };
    fields[issue.path.join(".")] ??= issue.message;
  }
  return { ok: false, code: "invalid", message: said, fields };
}

function pathOf<A extends string, D>(
  lead: (data: D | null, answer: A) => string | null,
  result: { data: D | null; answer: string },
) {
  return lead(result.data, result.answer as A);
}
