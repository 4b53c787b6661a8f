/** The five types of groups: the four use cases, and the alliance's own for keys and rolls. */
import type { CreatorSettings, GroupDefaults } from "@/lib/group-types/schema";
import type { GroupPermission } from "@/lib/policy/catalogue";

export interface WorldType {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** the use case that its table starts from; none: an empty table and the product's defaults */
  readonly preset: "create-groups" | "join-and-post" | "private" | "site-admins" | null;
  /** custom roles beside those that the preset brings */
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  /** what is ticked beside the preset's cells, by column */
  readonly cells: Readonly<Record<string, readonly GroupPermission[]>>;
  /** where it is not as the preset has it */
  readonly creator?: CreatorSettings;
  readonly defaults?: GroupDefaults;
}

/** What a new group is, unless its maker says otherwise. */
export const FIRST_TYPE = "crew";

/** What a leader of the alliance does anywhere: see, decide, let in, let go. */
const LEADER: readonly GroupPermission[] = [
  "group.view",
  "group.view-unpublished",
  "member.list",
  "member.remove",
  "request.decide",
  "link.manage",
  "audit.view",
];

const POSTS: readonly GroupPermission[] = ["post.view", "post.create", "post.edit-own", "post.delete-own"];

export const WORLD_TYPES: readonly WorldType[] = [
  {
    name: "guild",
    label: "Guild",
    description: "A craft and those who keep it. Everybody may found one, and administers the one that they founded.",
    preset: "create-groups",
    roles: [{ name: "scribe", label: "Scribe" }],
    cells: {
      anonymous: ["group.view"],
      outsider: ["group.view-own-unpublished"],
      member: ["member.edit-own", ...POSTS],
      scribe: ["group.edit", "request.decide", "post.view-unpublished", "audit.view"],
      leader: [...LEADER, "group.edit"],
    },
  },
  {
    name: "crew",
    label: "Crew",
    description: "People who put out together. Whoever is aboard writes in its log, and keeps what they wrote.",
    preset: "join-and-post",
    roles: [
      { name: "captain", label: "Captain" },
      { name: "officer", label: "Officer" },
    ],
    cells: {
      "outsider:blue": ["member.list"],
      member: ["member.list", "member.edit-own"],
      "insider:navigator": ["link.manage"],
      captain: ["group.administer"],
      officer: ["group.view-unpublished", "member.add", "member.remove", "request.decide", "link.manage", "audit.view"],
      leader: LEADER,
    },
  },
  {
    name: "council",
    label: "Council",
    description: "A closed table. Nobody outside knows who sits at it, and only its admins give somebody a chair.",
    preset: "private",
    roles: [{ name: "speaker", label: "Speaker" }],
    cells: {
      member: ["post.view", "post.create", "post.edit-own"],
      "group-admin": ["group.view-unpublished", "group.edit", "audit.view"],
      speaker: ["post.edit-any", "post.delete-any"],
      leader: ["group.view", "member.list", "audit.view"],
    },
  },
  {
    name: "hall",
    label: "Hall",
    description: "A house of the alliance, looked after by the site admins, who need not live in it.",
    preset: "site-admins",
    roles: [{ name: "host", label: "Host" }],
    cells: {
      anonymous: ["group.view"],
      outsider: ["group.view", "member.request"],
      "outsider:clerk": ["member.join"],
      member: POSTS,
      host: ["group.edit", "member.add", "request.decide"],
      leader: LEADER,
    },
  },
  {
    name: "service",
    label: "Service",
    description: "Keys, rolls and rights. Being on the list is what opens the door, so lists are filled with care.",
    preset: null,
    roles: [{ name: "keeper", label: "Keeper" }],
    cells: {
      outsider: ["group.view", "member.join"],
      member: ["group.view", "member.leave"],
      keeper: ["member.list", "member.add", "member.remove", "request.decide", "link.manage", "audit.view"],
      leader: LEADER,
    },
  },
];
