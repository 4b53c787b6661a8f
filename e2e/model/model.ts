/** The whole product in memory, read from SEMANTICS alone: what each step of a scenario has to answer. */
import type { CanStep, DoStep, StateStep, Step, World } from "@/lib/scenario/shape";
import { possibleForAnonymous } from "./catalogue";
import { settle } from "./consequences";
import { type Decision, decide } from "./decision";
import { DOINGS } from "./doings";
import type { Fault } from "./faults";
import { accountOf, globalRolesOf, has, isActive, isOwner } from "./holding";
import { decidePost, postOf } from "./posts";
import { ANYBODY, copyOf, type Group, minutes, type State } from "./state";
import { stateOf } from "./world";

interface Named {
  [name: string]: string[];
}

export interface FullState {
  readonly members: Named;
  readonly pending: Named;
  readonly globalRoles: Named;
  readonly notified: Named;
  readonly audit: string[];
}

interface Because {
  readonly rule: string;
  /** not of a global permission */
  readonly audience?: Decision["audience"];
  readonly roles?: readonly string[];
}

export interface CanAnswer {
  readonly answer: "allow" | "deny";
  /** null where there is no such group or post */
  readonly because: Because | null;
}

export type Answer = string | string[] | CanAnswer | FullState;

export class Model {
  #state: State;
  readonly #groups: Set<string>;

  constructor(world: World, faults: readonly Fault[] = []) {
    this.#state = stateOf(world, faults);
    this.#groups = new Set(this.#state.groups.keys());
  }

  /** To look at, for choosing steps that make sense. */
  get state(): State {
    return this.#state;
  }

  perform(step: DoStep): string | string[];
  perform(step: CanStep): CanAnswer;
  perform(step: StateStep): FullState;
  perform(step: Step): Answer;
  perform(step: Step): Answer {
    if (step.kind === "state") return this.#look();
    return step.kind === "can" ? this.#can(step) : this.#do(step);
  }

  #do(step: DoStep): string | string[] {
    if (step.do === "create-group") this.#groups.add(step.keys.group);
    const before = copyOf(this.#state);
    if (step.do === "wait") this.#state.now += minutes(step.keys.for);
    const answer = step.do === "wait" ? "ok" : DOINGS[step.do](this.#state, step.as, step.keys as never);
    settle(before, this.#state, step.as);
    return answer;
  }

  #can({ as, can, group, post }: CanStep): CanAnswer {
    const decision =
      group === undefined && post === undefined ? this.#global(as, can) : this.#inGroup(as, can, group, post);
    if (!decision) return { answer: "deny", because: null };
    const { allowed, ...because } = decision;
    return { answer: allowed ? "allow" : "deny", because };
  }

  #inGroup(who: string, permission: string, group: string | undefined, post: string | undefined): Decision | undefined {
    if (post === undefined) {
      const there = this.#state.groups.get(group ?? "");
      return there && decide(this.#state, who, there, permission);
    }
    const there = postOf(this.#state, post);
    return there && decidePost(this.#state, who, there, permission);
  }

  #global(who: string, permission: string): { allowed: boolean; rule: string } {
    if (who !== ANYBODY && !isActive(this.#state, who)) return { allowed: false, rule: "inactive" };
    if (who === ANYBODY && !possibleForAnonymous(permission)) return { allowed: false, rule: "impossible" };
    if (isOwner(this.#state, who)) return { allowed: true, rule: "owner" };
    const allowed = has(this.#state, who, permission);
    return { allowed, rule: allowed ? "granted" : "not-granted" };
  }

  #look(): FullState {
    const state = this.#state;
    const ofGroups = (find: (group: Group) => Iterable<string>) =>
      named(this.#groups, (name) => {
        const group = state.groups.get(name);
        return group ? find(group) : [];
      });
    const seen = {
      members: ofGroups(({ members }) => members.keys()),
      pending: ofGroups(({ pending }) => pending.keys()),
      globalRoles: named(state.accounts.keys(), (who) => customRolesOf(state, who)),
      notified: named(state.accounts.keys(), (who) => state.told.get(who) ?? []),
      audit: state.audit.toSorted(),
    };
    state.audit = [];
    state.told = new Map();
    return seen;
  }
}

const customRolesOf = (state: State, who: string): string[] =>
  accountOf(state, who) ? [...globalRolesOf(state, who)].filter((role) => role !== "authenticated") : [];

const named = (names: Iterable<string>, find: (name: string) => Iterable<string>): Named =>
  Object.fromEntries([...names].map((name) => [name, [...find(name)].sort()]));
