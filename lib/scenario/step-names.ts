/** The names in one step, looked up among those known by then; what the step makes is known from then on. */
import { EVENTS } from "./events";
import type { Kind, Known } from "./known";
import { at, type Found, unknown } from "./problem";
import { ANYBODY, type CanStep, type DoStep, type State, type Step } from "./shape";

type Said = Readonly<Record<string, unknown>>;

/** Which kind of thing each key of a step names. */
const NAMES: Readonly<Record<string, Kind>> = {
  account: "account",
  group: "group",
  leaderGroup: "group",
  link: "link",
  post: "post",
  type: "type",
  outsiderOf: "custom global role",
  insiderOf: "custom global role",
  newAccountRole: "global role",
  defaultGroupType: "type",
  eligibleRoles: "eligible role",
  confers: "custom global role",
};

export function namesInStep(step: Step, known: Known): Found[] {
  if (step.kind === "state") return namesInState(step.expect, known);
  return [...actor(step.as, known), ...(step.kind === "can" ? namesInCan(step, known) : namesInDo(step, known))];
}

function actor(as: string, known: Known): Found[] {
  return as === ANYBODY || as === "" ? [] : at(["as"], known.missing("account", as));
}

function namesInCan({ can, group, post }: CanStep, known: Known): Found[] {
  const kind = group === undefined && post === undefined ? "global permission" : "group permission";
  return [
    ...at(["can"], known.missing(kind, can)),
    ...at(["group"], known.missing("group", group)),
    ...at(["post"], known.missing("post", post)),
    ...(group !== undefined && post !== undefined ? at([], "name exactly one of group, post") : []),
  ];
}

function namesInDo(step: DoStep, known: Known): Found[] {
  const keys: Said = step.keys;
  const made = madeBy(step, known);
  const found = Object.entries(keys).flatMap(([key, said]) =>
    made.keys.includes(key)
      ? []
      : [said].flat().flatMap((one, n) => missing(key, one, n, { keys, known, list: Array.isArray(said) })),
  );
  if (Array.isArray(step.expect)) {
    const groups = known.all("group");
    for (const [n, name] of step.expect.entries()) {
      if (!groups.includes(name)) found.push({ path: ["expect", n], message: unknown("group", name, groups) });
    }
  }
  made.remember();
  return found;
}

function missing(key: string, said: unknown, n: number, at_: { keys: Said; known: Known; list: boolean }): Found[] {
  if (typeof said !== "string") return [];
  const path = at_.list ? [key, n] : [key];
  const { keys, known } = at_;
  if (key === "permission")
    return at(path, known.missing("type" in keys ? "group permission" : "global permission", said));
  if (key === "role") return at(path, roleMissing(said, keys.type, known));
  if (key === "roles") return at(path, columnMissing(said, known));
  const kind = NAMES[key];
  return kind ? at(path, known.missing(kind, said)) : [];
}

function roleMissing(role: string, type: unknown, known: Known): string | null {
  if (typeof type !== "string") return known.missing("global role", role);
  const columns = known.columnsOf(type);
  return columns.includes(role) || !known.types.has(type) ? null : unknown("group role", role, columns);
}

function columnMissing(role: string, known: Known): string | null {
  const columns = known.anyColumn();
  return columns.includes(role) ? null : unknown("group role", role, columns);
}

/** Which keys of the step bring up a new name, and how it is remembered. */
function madeBy(step: DoStep, known: Known): { keys: string[]; remember: () => void } {
  switch (step.do) {
    case "create-group":
      return { keys: ["group"], remember: () => known.groups.add(step.keys.group) };
    case "create-link":
      return { keys: ["link"], remember: () => known.links.add(step.keys.link) };
    case "create-post":
      return { keys: ["post"], remember: () => known.posts.add(step.keys.post) };
    case "create-role": {
      const { type, role } = step.keys;
      const into = type === undefined ? known.globalRoles : known.types.get(type);
      return { keys: ["role"], remember: () => into?.add(role) };
    }
    default:
      return { keys: [], remember: () => {} };
  }
}

function namesInState(state: State, known: Known): Found[] {
  const lists = (
    part: "members" | "pending" | "globalRoles" | "notified",
    kind: Kind,
    of: readonly string[],
    what: string,
  ) =>
    Object.entries(state[part] ?? {}).flatMap(([name, said]) => [
      ...at(["expect", part, name], known.missing(kind, name)),
      ...said.flatMap((one, n) => (of.includes(one) ? [] : at(["expect", part, name, n], unknown(what, one, of)))),
    ]);
  return [
    ...lists("members", "group", known.all("account"), "account"),
    ...lists("pending", "group", known.all("account"), "account"),
    ...lists("globalRoles", "account", known.all("custom global role"), "global role"),
    ...lists("notified", "account", EVENTS, "event"),
    ...(state.audit ?? []).flatMap((one, n) =>
      EVENTS.includes(one) ? [] : at(["expect", "audit", n], unknown("event", one, EVENTS)),
    ),
  ];
}
