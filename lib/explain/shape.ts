/** What an explanation is made from, and what it is: words and plain values, the same for a page and a command line. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { Question } from "@/lib/policy/changes";
import type { TraceStep } from "@/lib/policy/explain";
import type { PolicyViewer, Rule, Situation } from "@/lib/policy/facts";
import type { Who } from "./who";

/** One question with all the names that its answer may speak of. */
export interface Case {
  readonly asker: { readonly viewer: PolicyViewer; readonly situation: Situation };
  readonly question: Question;
  readonly who: Who;
  /** the name of a person, null of anybody else */
  readonly name: string | null;
  /** the asker asks about themselves */
  readonly own: boolean;
  readonly group: { readonly slug: string; readonly name: string; readonly typeLabel: string };
  /** labels of the type's columns, and of global roles, by name */
  readonly columns: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
}

/** Where something is set, for those who may open that page. */
export interface Place {
  readonly label: string;
  readonly path: string;
}

export interface Line {
  readonly text: string;
  readonly place: Place | null;
}

export interface Part {
  readonly id: "standing" | "columns" | "beyond" | "changes" | "steps";
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A step as it is drawn. `columns` is where the columns that speak are picked: it decides nothing. */
export interface DrawnStep {
  readonly rule: Rule | "columns";
  readonly question: string;
  readonly allows: boolean;
  readonly outcome: TraceStep["outcome"];
}

export interface PermissionLine {
  readonly key: GroupPermission;
  readonly label: string;
  readonly section: string;
  readonly allowed: boolean;
  /** allowed by the roles, and still kept back */
  readonly kept: boolean;
  readonly rule: Rule;
  /** why, in a few words */
  readonly reason: string;
}

export interface Explanation {
  readonly group: { readonly slug: string; readonly name: string };
  /** as an address writes it */
  readonly who: string;
  readonly own: boolean;
  /** at the beginning of a sentence */
  readonly subject: string;
  /** the name, where it is a person */
  readonly person: string | null;
  readonly permission: { readonly key: GroupPermission; readonly label: string };
  readonly allowed: boolean;
  /** the roles grant it, and something else still keeps it back */
  readonly kept: boolean;
  /** “Yes.”, “No.” or “Yes and no.” */
  readonly verdict: string;
  /** the answer with its reason */
  readonly sentence: string;
  readonly steps: readonly DrawnStep[];
  readonly parts: readonly Part[];
  /** everything that the subject may and may not do there */
  readonly rows: readonly PermissionLine[];
}
