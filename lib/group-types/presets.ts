/** Four ways that a type of groups is commonly used, each as the cells that make it so. */
import type { GroupPermission } from "@/lib/policy/catalogue";
import type { CreatorSettings, GroupDefaults } from "./schema";

type Cells = Readonly<Record<string, readonly GroupPermission[]>>;

export interface Preset {
  readonly key: "create-groups" | "join-and-post" | "private" | "site-admins";
  readonly label: string;
  readonly help: string;
  /** every account may create groups of the type */
  readonly opensCreation: boolean;
  readonly roles: readonly { readonly name: string; readonly label: string }[];
  /** what makes the use case, by column */
  readonly cells: Cells;
  /** what a new type needs besides, so that its first group is of use */
  readonly besides: Cells;
  /** the global role that one column is tied to, as `cells` names it; another may be named instead */
  readonly globalRole: { readonly name: string; readonly label: string } | null;
  readonly creator: CreatorSettings;
  readonly defaults: GroupDefaults;
}

const GROUP_ADMIN = { name: "group-admin", label: "Group admin" } as const;
const VISIBLE: GroupDefaults = { internal: false, hidden: false, open: false, public: false, published: true };
const INSIDE: readonly GroupPermission[] = ["group.view", "member.list", "member.leave"];

export const PRESETS: readonly Preset[] = [
  {
    key: "create-groups",
    label: "People may create groups",
    help: "Everybody with an account makes groups of this type, and administers those that they made.",
    opensCreation: true,
    roles: [GROUP_ADMIN],
    cells: {},
    besides: { outsider: ["group.view", "member.join"], member: INSIDE, "group-admin": ["group.administer"] },
    globalRole: null,
    creator: { member: true, roles: ["group-admin"] },
    defaults: { ...VISIBLE, open: true },
  },
  {
    key: "join-and-post",
    label: "Join and post",
    help: "People join by themselves, write posts, and change and delete their own.",
    opensCreation: false,
    roles: [],
    cells: {
      outsider: ["group.view", "member.join"],
      member: ["group.view", "member.leave", "post.view", "post.create", "post.edit-own", "post.delete-own"],
    },
    besides: {},
    globalRole: null,
    creator: { member: false, roles: [] },
    defaults: { ...VISIBLE, open: true },
  },
  {
    key: "private",
    label: "Private, only admins add people",
    help: "Nobody outside knows of the group. Its admins add people, and whoever creates it is the first of them.",
    opensCreation: false,
    roles: [GROUP_ADMIN],
    cells: { member: ["group.view", "member.list"], "group-admin": ["member.administer"] },
    besides: {},
    globalRole: null,
    creator: { member: true, roles: ["group-admin"] },
    defaults: { ...VISIBLE, hidden: true },
  },
  {
    key: "site-admins",
    label: "Site admins administer all groups without joining",
    help: "Holders of one global role administer every group of this type from outside. It ends when they join.",
    opensCreation: false,
    roles: [],
    cells: { "outsider:site-admin": ["group.administer"] },
    besides: { member: INSIDE },
    globalRole: { name: "site-admin", label: "Site admin" },
    creator: { member: false, roles: [] },
    defaults: VISIBLE,
  },
];

export function findPreset(key: string): Preset | null {
  return PRESETS.find((preset) => preset.key === key) ?? null;
}

export interface CellToGrant {
  readonly role: string;
  readonly permission: GroupPermission;
}

/** The cells of a preset, its tied column renamed to the global role that is meant. */
export function cellsOf(
  preset: Preset,
  globalRole = preset.globalRole?.name,
  of: "all" | "use-case" = "all",
): CellToGrant[] {
  const lists = of === "all" ? [preset.cells, preset.besides] : [preset.cells];
  return lists
    .flatMap((cells) => Object.entries(cells))
    .flatMap(([column, permissions]) => {
      const role = column.includes(":") ? `${column.split(":")[0]}:${globalRole}` : column;
      return permissions.map((permission) => ({ role, permission }));
    });
}
