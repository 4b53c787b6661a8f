/** The site-wide roles of the alliance, beside `member`, which every portal begins with. */
import type { GlobalPermission } from "@/lib/policy/catalogue";

export interface WorldRole {
  readonly name: string;
  readonly label: string;
  readonly permissions: readonly GlobalPermission[];
}

export const WORLD_ROLES: readonly WorldRole[] = [
  { name: "blue", label: "Blue", permissions: [] },
  { name: "navigator", label: "Navigator", permissions: [] },
  { name: "reader", label: "Reader", permissions: [] },
  { name: "pioneer", label: "Pioneer", permissions: [] },
  { name: "clerk", label: "Clerk", permissions: ["group.create:hall", "group.create:service"] },
  { name: "site-admin", label: "Site admin", permissions: ["group.overview", "group.create:hall"] },
  { name: "warden", label: "Warden", permissions: ["group.manage", "group.overview"] },
  {
    name: "steward",
    label: "Steward",
    permissions: [
      "group.overview",
      "type.administer",
      "people.administer",
      "permission.administer",
      "audit.view",
      "explain.view",
      "setting.administer",
    ],
  },
  { name: "keyholder", label: "Keyholder", permissions: ["group.bypass", "group.overview"] },
];

/** The role that is deleted again: a group that asks for it alone becomes internal instead of open to all. */
export const DELETED_ROLE = "pioneer";
