/** Drafts of steps, played in the model: a scenario with the answer that each step has to give. */
import type { CanStep, DoStep, Scenario, StateStep, Step, World } from "@/lib/scenario/shape";
import type { Draft, Trial } from "./arbitraries";
import { GROUP_PERMISSIONS, globalPermissions } from "./catalogue";
import { IN_GROUPS } from "./choosing";
import { AMONG_PEOPLE } from "./choosing-people";
import { Dice } from "./dice";
import { DOINGS } from "./doings";
import type { Fault } from "./faults";
import { type FullState, Model } from "./model";
import { presentAccounts, type Scene } from "./scene";
import { type Asked, SITUATIONS, summary } from "./situations";
import { ANYBODY, copyOf } from "./state";

/** So many choices are tried for the answer that is looked for. */
const TRIES = 24;
const CHOICES = { ...IN_GROUPS, ...AMONG_PEOPLE };

export function play({ world, sequences }: Trial): Scenario {
  const model = new Model(world);
  const names = { groups: Object.keys(world.groups), links: Object.keys(world.links), posts: Object.keys(world.posts) };
  const steps: Step[] = [];
  for (const [n, draft] of sequences.flat().entries()) {
    const step = stepOf(model, { state: model.state, number: n + 1, ...names }, draft);
    if (step.kind === "do") remember(names, step);
    steps.push(...answered(model, step));
  }
  return { ...world, steps };
}

/** The same steps once more, with the answers that this model gives. */
export function replay(world: World, steps: readonly Step[], faults: readonly Fault[] = []): Scenario {
  const model = new Model(world, faults);
  return { ...world, steps: steps.flatMap((step) => (step.kind === "state" ? [] : answered(model, step))) };
}

/** After whatever may change something, everything is looked at. */
function answered(model: Model, step: DoStep | CanStep): Step[] {
  if (step.kind === "can") {
    const { answer, because } = model.perform(step);
    const { rule, audience, roles } = because ?? {};
    const said = { ...(rule && { rule }), ...(audience && { audience }), ...(roles && { roles: [...roles] }) };
    return [{ ...step, expect: answer, ...(because && { because: said as NonNullable<CanStep["because"]> }) }];
  }
  const answer = model.perform(step);
  return [
    { ...step, expect: answer },
    { kind: "state", expect: lookedAt(model.perform(LOOK)) },
  ];
}

const LOOK: StateStep = { kind: "state", expect: {} };

/** Every write leaves an entry in the log: without one it suffices to see that there is none, and nobody was told. */
function lookedAt({ audit, notified, ...places }: FullState): StateStep["expect"] {
  return audit.length > 0 ? { ...places, audit, notified } : { audit, notified };
}

function remember(names: { groups: string[]; links: string[]; posts: string[] }, step: DoStep): void {
  if (step.do === "create-group") names.groups.push(step.keys.group);
  if (step.do === "create-link") names.links.push(step.keys.link);
  if (step.do === "create-post") names.posts.push(step.keys.post);
}

/** The first of several choices that gives the answer which is looked for, else the first of all. */
function stepOf(model: Model, scene: Scene, { asked, wish, seed }: Draft): DoStep | CanStep {
  const dice = new Dice(seed);
  const wished = SITUATIONS.get(asked) ?? [];
  const choices = Array.from({ length: TRIES }, () => chosen(scene, dice, asked));
  const fits = choices.find((step) => tried(model, step) === wished[wish % wished.length]);
  return fits ?? (choices[0] as DoStep | CanStep);
}

function tried(model: Model, step: DoStep | CanStep): string {
  if (step.kind === "can") {
    const { answer, because } = model.perform(step);
    return `${because?.rule} ${answer}`;
  }
  if (step.do === "wait") return "ok";
  const copy = copyOf(model.state);
  return summary(DOINGS[step.do](copy, step.as, step.keys as never));
}

function chosen(scene: Scene, dice: Dice, asked: Asked): DoStep | CanStep {
  const as = dice.chance(6) ? ANYBODY : dice.rather(presentAccounts(scene.state), [...scene.state.accounts.keys()], 95);
  if (asked === "can global") {
    return { kind: "can", as, can: dice.pick(globalPermissions(scene.state.types.keys())), expect: "deny" };
  }
  if (asked === "can") return questionIn(scene, dice, as);
  const keys = CHOICES[asked]?.(scene, dice);
  return { kind: "do", as: asked === "wait" ? "" : as, do: asked, keys, expect: "" } as DoStep;
}

function questionIn({ groups, posts }: Scene, dice: Dice, as: string): CanStep {
  const ofPosts = GROUP_PERMISSIONS.filter((permission) => permission.startsWith("post."));
  if (dice.chance(35)) return { kind: "can", as, can: dice.pick(ofPosts), post: dice.pick(posts), expect: "deny" };
  return { kind: "can", as, can: dice.pick(GROUP_PERMISSIONS), group: dice.pick(groups), expect: "deny" };
}
