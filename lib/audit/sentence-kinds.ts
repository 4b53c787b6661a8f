/** What can happen, in a few words each, for whoever chooses among them. Safe for the browser. */
import { CAUSES } from "./sentence-causes";
import { ABOUT_GROUPS, ABOUT_THE_PORTAL, NOUNS } from "./sentence-words";

export interface Kind {
  readonly event: string;
  readonly words: string;
  readonly section: string;
}

const kindOf = (event: string): Kind => {
  const [noun = "", past = ""] = event.split(".");
  return { event, words: `${SINGULAR[noun] ?? noun} ${past.replaceAll("-", " ")}`, section: NOUNS[noun] ?? noun };
};

const SINGULAR: Readonly<Record<string, string>> = {
  member: "Member",
  request: "Request",
  leader: "Leader",
  link: "Join link",
  group: "Group",
  post: "Post",
  reply: "Reply",
  type: "Group type",
  permission: "Permission",
  role: "Role",
  account: "Account",
  setting: "Setting",
  view: "Viewing as somebody",
  portal: "Portal",
};

export const GROUP_KINDS: readonly Kind[] = Object.keys(ABOUT_GROUPS).map(kindOf);
export const ALL_KINDS: readonly Kind[] = [...GROUP_KINDS, ...Object.keys(ABOUT_THE_PORTAL).map(kindOf)];
export const CAUSE_KINDS: readonly Kind[] = Object.keys(CAUSES).map(kindOf);
