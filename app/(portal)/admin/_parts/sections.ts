/** The parts of the administration that have a page, each with the right that opens it. */
import type { GlobalPermission } from "@/lib/policy/catalogue";
import { decideGlobal } from "@/lib/policy/decide";
import type { PolicyViewer } from "@/lib/policy/facts";

export interface Section {
  readonly path: string;
  readonly label: string;
  readonly line: string;
  readonly right: GlobalPermission;
}

const SECTIONS: readonly Section[] = [
  {
    path: "/admin/group",
    label: "All groups",
    line: "Every group that you see, how it is set, and changing many at once.",
    right: "group.overview",
  },
  {
    path: "/admin/group/types",
    label: "Group types",
    line: "The kinds of groups that there are, their roles, and who may do what in them.",
    right: "type.administer",
  },
  {
    path: "/admin/people",
    label: "People",
    line: "Accounts, the roles that they hold, and whether they may come in.",
    right: "people.administer",
  },
  {
    path: "/admin/people/permissions",
    label: "Site-wide permissions",
    line: "What the roles of this portal may do everywhere, and which roles there are.",
    right: "permission.administer",
  },
  {
    path: "/admin/audit",
    label: "The log",
    line: "Who did what, and what came of it. It is read, never edited.",
    right: "audit.view",
  },
  {
    path: "/admin/settings",
    label: "Settings",
    line: "Who may come in, what leaving takes, and names that no group may bear.",
    right: "setting.administer",
  },
  {
    path: "/admin/view-as",
    label: "View as somebody else",
    line: "The portal as a visitor, an outsider or a member would find it; nothing can be changed meanwhile.",
    right: "explain.view",
  },
  {
    path: "/admin/explain",
    label: "Why, and what if",
    line: "Why somebody may or may not do something in a group, and what would change it.",
    right: "explain.view",
  },
  {
    path: "/admin/mail",
    label: "Mail",
    line: "What waits to be sent, and what the mail server refused.",
    right: "setting.administer",
  },
];

/** Those that this viewer may open. */
export function sectionsFor(viewer: PolicyViewer): readonly Section[] {
  return SECTIONS.filter(({ right }) => decideGlobal(viewer, right).allowed);
}
