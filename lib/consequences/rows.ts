/** What a plan names: rows by their ids. */

export interface Pair {
  readonly accountId: string;
  readonly groupId: string;
}
export interface Held {
  readonly accountId: string;
  readonly role: string;
}
export interface Closed extends Pair {
  readonly requestId: string;
}
export interface Leadership {
  readonly leaderId: string;
  readonly groupId: string;
  readonly accountId: string | null;
}
export interface Link {
  readonly linkId: string;
  readonly groupId: string;
}
