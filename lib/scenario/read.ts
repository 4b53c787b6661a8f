// Promise: a file is understood whole or refused whole, and every problem says where it is and what was probably meant.
import { parseDocument } from "yaml";
import { z } from "zod";
import { namesIn } from "./names";
import { type Found, type Path, type Problem, pathOf, unknown } from "./problem";
import { because, can, type DoStep, type Scenario, SHAPES, type Step, state, world } from "./shape";
import { isVerb, VERB_NAMES, VERBS, type Verb } from "./verbs";

export interface Reading {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Problem[];
}

/** The scenarios of one file, YAML or JSON; none of them if anything in it is wrong. `file` is what problems call it. */
export function readScenarios(file: string, text: string): Reading {
  const said = (path: Path, message: string): Problem => ({ file, path: pathOf(path), message });
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    return { scenarios: [], problems: document.errors.map(({ message }) => said([], message.split("\n")[0] ?? "")) };
  }
  const content: unknown = document.toJS();
  const list = Array.isArray(content) ? content : [content];
  if (list.length === 0 || content === null)
    return { scenarios: [], problems: [said([], "there is no scenario in it")] };
  const read = list.map((one, n) => readScenario(one, Array.isArray(content) ? [n] : []));
  const problems = read.flatMap((one) => one.problems.map(({ path, message }) => said(path, message)));
  return { scenarios: problems.length > 0 ? [] : read.flatMap(({ scenario }) => scenario ?? []), problems };
}

interface One {
  readonly scenario: Scenario | null;
  readonly problems: readonly Found[];
}

function readScenario(content: unknown, at: Path): One {
  const whole = world.safeParse(content);
  if (!whole.success) return { scenario: null, problems: foundIn(whole.error, at, knownKeys) };
  const steps = whole.data.steps.map((step, n) => readStep(step, [...at, "steps", n]));
  const problems = steps.flatMap((step) => step.problems);
  if (problems.length > 0) return { scenario: null, problems };
  const scenario = { ...whole.data, steps: steps.flatMap(({ step }) => step ?? []) };
  return { scenario, problems: namesIn(scenario).map((found) => ({ ...found, path: [...at, ...found.path] })) };
}

interface OneStep {
  readonly step: Step | null;
  readonly problems: readonly Found[];
}

const wrong = (path: Path, message: string): OneStep => ({ step: null, problems: [{ path, message }] });

function readStep(content: unknown, at: Path): OneStep {
  if (typeof content !== "object" || content === null) return wrong(at, "a step is a set of keys");
  if ("do" in content) return readDo(content, at);
  if ("can" in content) {
    return parsed(can, content, at, (step) => ({ kind: "can", ...step }));
  }
  return parsed(z.strictObject({ expect: state }), content, at, ({ expect }) => ({ kind: "state", expect }));
}

function readDo(content: { do: unknown }, at: Path): OneStep {
  const verb = content.do;
  if (typeof verb !== "string" || !isVerb(verb)) {
    return wrong([...at, "do"], unknown("verb", String(verb), VERB_NAMES));
  }
  const { keys, words, oneOf = [] }: Verb = VERBS[verb];
  const shape = z.strictObject({
    ...keys,
    as: verb === "wait" ? z.string().optional() : z.string("Say who acts: an account, or anonymous."),
    do: z.literal(verb),
    expect: words
      ? z.string("Say which answer is expected.")
      : z.array(z.string(), "List the groups that are expected."),
  });
  return parsed(shape, content, at, (step) => {
    const { as = "", do: _, expect, ...rest } = step as { as?: string; do: string; expect: string | string[] };
    const named = oneOf.filter((key) => key in rest);
    if (oneOf.length > 0 && named.length !== 1) return `name exactly one of ${oneOf.join(", ")}`;
    if (words && !words.some((word) => word === expect))
      return { key: "expect", message: unknown("answer", String(expect), words) };
    return { kind: "do", as, do: verb, keys: rest, expect } as DoStep;
  });
}

type Made = Step | string | { readonly key: string; readonly message: string };

function parsed<T>(shape: z.ZodType<T>, content: object, at: Path, make: (value: T) => Made): OneStep {
  const result = shape.safeParse(content);
  if (!result.success) return { step: null, problems: foundIn(result.error, at, ([part]) => stepKeys(shape, part)) };
  const step = make(result.data);
  if (typeof step === "string") return wrong(at, step);
  return "message" in step ? wrong([...at, step.key], step.message) : { step, problems: [] };
}

/** Problems of a shape, each unknown key by itself with the one that was probably meant. */
function foundIn(error: z.ZodError, at: Path, keysAt: (path: Path) => readonly string[]): Found[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], message: unknown("key", key, keysAt(issue.path)) }));
  });
}

function stepKeys(shape: z.ZodType, part: PropertyKey | undefined): readonly string[] {
  if (part === "because") return keysOf(because);
  return part === "expect" ? keysOf(state) : keysOf(shape);
}

const keysOf = (shape: z.ZodType): string[] => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : []);

/** The keys that a world has at this place. */
function knownKeys([part, , inner]: Path): readonly string[] {
  if (part === undefined) return Object.keys(world.shape);
  if (inner === "creator") return ["member", "roles"];
  if (inner === "leaders") return ["accounts", "groups"];
  if (inner === "members") return ["roles", "until"];
  return keysOf(SHAPES[part as keyof typeof SHAPES] ?? world);
}
