/** What a write must say of itself before the gate lets it through. Nothing else can reach the writing pool. */
import type { SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Change, Reason } from "@/lib/consequences/change";
import type { Viewer } from "@/lib/session/viewer";

/** One line for the log. Ids only: the gate takes the names as they are at that moment, unless a name is about to go. */
export interface AuditEvent {
  readonly event: string;
  readonly accountId?: string | null;
  readonly accountName?: string;
  readonly groupId?: string | null;
  readonly groupName?: string;
  readonly type?: string;
  readonly role?: string;
  readonly permission?: string;
  readonly subjectId?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly cause?: string;
  readonly reason?: string;
}

/** One line to one person, or to everybody who may decide requests of a group or administers it. The actor is not told of what they did. */
export interface Telling {
  readonly event: string;
  readonly to: string | { readonly decidersOf: string } | { readonly administratorsOf: string } | "owners";
  readonly groupId?: string | null;
  readonly role?: string;
  readonly cause?: string;
  readonly reason?: string;
  /** what nobody wanted is told to whoever brought it about, too */
  readonly evenActor?: boolean;
}

/** Work for the worker, written with the change that asks for it. */
export interface Errand {
  readonly kind: "mail";
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The write itself: common table expressions that each select from `guard` (one row if the facts still hold, else
 * none), and a condition over them that must be true, or the whole statement is undone and the facts gathered again.
 */
export interface Writing {
  readonly parts: readonly { readonly name: string; readonly statement: SQL }[];
  readonly held?: SQL;
  /** a jsonb expression over the parts, handed back as `data` */
  readonly data?: SQL;
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
  readonly tellings?: readonly Telling[];
  readonly errands?: readonly Errand[];
}

/** Rows that a write relies on or changes. `policy: "update"` keeps every other write out while it lasts. */
export interface Locks {
  readonly policy: "share" | "update";
  readonly accounts?: readonly string[];
  readonly groups?: readonly string[];
}

/** Whose facts the write changes: their versions are raised, so that writes decided on older facts are refused. */
export interface Raises {
  readonly policy?: boolean;
  readonly settings?: boolean;
  readonly accounts?: readonly string[];
  readonly groups?: readonly string[];
}

/** Versions as they were when the facts were gathered, by id. */
export interface Versions {
  readonly accounts?: Readonly<Record<string, number>>;
  readonly groups?: Readonly<Record<string, number>>;
}

interface Common<I, F, A extends string> {
  /** the verb, for logs: `group.join` */
  readonly verb: string;
  /** gathers what the answer needs; asked again after a lock or a lost race */
  facts(read: Reader, viewer: Viewer, input: I): Promise<F>;
  /** the policy's first-match list: pure */
  answer(viewer: Viewer, facts: F, input: I): A;
  /** the answers that write; every other one is a refusal or needs nothing */
  readonly proceeds: readonly A[];
  /** null where all is so already */
  writing(viewer: Viewer, facts: F, input: I, answer: A): Writing | null;
}

/** A write that changes nobody's rights elsewhere: one guarded statement. */
export interface SharedCommand<I, F, A extends string> extends Common<I, F, A> {
  readonly way: "shared";
  versions(facts: F): Versions;
  /** set when these facts make it an exclusive one after all */
  exclusively?(viewer: Viewer, facts: F, input: I, answer: A): Exclusively | null;
}

/** Any other write: locks, facts, decision, plan, body, consequences, one commit. */
export interface ExclusiveCommand<I, F, A extends string> extends Common<I, F, A> {
  readonly way: "exclusive";
  exclusively(viewer: Viewer, facts: F, input: I, answer: A): Exclusively;
}

export interface Exclusively {
  readonly locks: Locks;
  readonly raises: Raises;
  /** what the consequences follow from */
  readonly changes: readonly Change[];
  /** what they who are touched by that read of it; without one they read the cause alone */
  readonly reason?: Reason;
  /** what can only go once the consequences are carried out, since their rows refer to it: a deleted account */
  readonly afterwards?: readonly SQL[];
}

export type Command<I, F, A extends string> = SharedCommand<I, F, A> | ExclusiveCommand<I, F, A>;

/** What a command answers: its word, whether it was carried out, and what the write handed back. */
export interface Outcome<A extends string, D = unknown> {
  readonly answer: A;
  readonly done: boolean;
  readonly data: D | null;
}
