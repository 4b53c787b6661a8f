/** What a row of a permission table is; a row that leaves an audience out without saying why does not compile. */

/** Who can hold a cell at all: the three audiences, and leaders beside them. */
export type Holder = "anonymous" | "outsider" | "member" | "leader";

/** `high` marks what lets its holder take power: ceilings and warnings go by it. */
export type Risk = "high" | "normal";

/** Why an audience cannot hold a permission: a sentence for everyone who is left out, and for nobody else. */
export type Reasons<Out extends string> = { readonly [Left in Out]: string };

/** One permission as tables, pages and the manual show it. */
export interface Row<Key extends string, Who extends string> {
  readonly key: Key;
  readonly label: string;
  readonly help: string;
  readonly section: string;
  readonly risk: Risk;
  readonly holders: readonly Who[];
  readonly impossible: Partial<Reasons<Who>>;
}

/** What the author of a row writes: `impossible` must name exactly those whom `holders` leaves out. */
export interface RowDraft<All extends string, Who extends All> {
  readonly label: string;
  readonly help: string;
  readonly section: string;
  readonly risk?: Risk;
  readonly holders: readonly Who[];
  readonly impossible: Reasons<Exclude<All, Who>>;
}

export function groupRow<const Key extends string, const Who extends Holder>(
  key: Key,
  draft: RowDraft<Holder, Who>,
): Row<Key, Holder> {
  return { ...draft, key, risk: draft.risk ?? "normal" };
}

/** Who can hold a global permission: the role of people without an account, and every other role. */
export type GlobalHolder = "anonymous" | "account";

export function globalRow<const Key extends string, const Who extends GlobalHolder>(
  key: Key,
  draft: RowDraft<GlobalHolder, Who>,
): Row<Key, GlobalHolder> {
  return { ...draft, key, risk: draft.risk ?? "normal" };
}
