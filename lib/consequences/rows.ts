/** What a plan names: rows by their ids. */

export interface Pair {
  readonly accountId: string;
  readonly groupId: string;
}
export interface Held {
  readonly accountId: string;
  readonly role: string;
  /** it was given directly, so that taking it is what somebody did */
  readonly direct?: boolean;
}
export interface Closed extends Pair {
  readonly requestId: string;
  readonly kind: "join" | "leave";
  /** by coming or going oneself, not by losing the ground for it */
  readonly settled?: boolean;
}
export interface Leadership {
  readonly leaderId: string;
  readonly groupId: string;
  readonly accountId: string | null;
  /** the group that led, where it is one that goes */
  readonly leaderGroup?: { readonly id: string; readonly name: string };
}
export interface Link {
  readonly linkId: string;
  /** who made it */
  readonly accountId: string;
  readonly groupId: string;
}
