/** How a group of the demo world is written down. */

/** Flags that are on; whatever is not named is off, and a group is published unless it says otherwise. */
export type WorldFlag = "internal" | "hidden" | "open" | "public" | "restricted" | "unpublished";

export interface WorldGroup {
  /** what the other files call it */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly picture: string;
  readonly colour: string;
  readonly flags: readonly WorldFlag[];
  /** the join page of its links shows nothing until signed in */
  readonly quiet?: true;
  /** global roles of which one is needed */
  readonly eligible?: readonly string[];
  readonly confers?: readonly string[];
  readonly creator: string;
  /** people with their custom roles, besides a creator whom the type makes a member */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** how many of the crowd are in it, and which custom role the first few of them have */
  readonly crowd: number;
  readonly some?: { readonly role: string; readonly count: number };
  /** people in charge, and the group whose members are */
  readonly leaders?: readonly string[];
  readonly leaderGroup?: string;
}
