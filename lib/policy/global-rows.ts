/** The site-wide rights, in the order of their page. */
import { globalRow } from "./row";

const everybody = { holders: ["anonymous", "account"], impossible: {} } as const;
const accounts = { holders: ["account"] } as const;

/** Rows above the one that each group type brings along. */
const BEFORE_CREATION = [
  globalRow("directory.view", {
    ...everybody,
    label: "View the group directory",
    help: "Opens the directory and the search. Without it an account finds its own groups only, and a visitor is asked to sign in.",
    section: "Looking around",
  }),
  globalRow("profile.view", {
    ...everybody,
    label: "View people's profiles",
    help: "Names in lists lead to a page about the person, with those of their groups that the reader may see.",
    section: "Looking around",
  }),
  globalRow("group.bypass", {
    ...accounts,
    label: "Bypass group access",
    help: "Yes to every possible permission in every group. It spares nobody the right to request, eligibility or a site owner's approval.",
    section: "Groups",
    risk: "high",
    impossible: { anonymous: "There is no account to let past the rules." },
  }),
  globalRow("group.request", {
    ...accounts,
    label: "Request non-public groups",
    help: "Needed to join, or ask to join, a group that is not public. Whoever loses it is removed from every such group.",
    section: "Groups",
    impossible: { anonymous: "There is no account to request a membership for." },
  }),
  globalRow("group.manage", {
    ...accounts,
    label: "Manage all groups",
    help: "Decides requests, sees and removes members and reads the log of every group that is not internal.",
    section: "Groups",
    risk: "high",
    impossible: { anonymous: "There is no account to manage groups with." },
  }),
] as const;

const AFTER_CREATION = [
  globalRow("group.overview", {
    ...accounts,
    label: "Group overview",
    help: "Opens the administrators' list of groups, which shows only the groups that its reader may see.",
    section: "Groups",
    impossible: { anonymous: "There is no account to open an administrators' page with." },
  }),
  globalRow("type.administer", {
    ...accounts,
    label: "Administer group types",
    help: "Makes and changes types, their roles and both of their permission pages. Gives nothing inside a group.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to administer types with." },
  }),
  globalRow("people.administer", {
    ...accounts,
    label: "Administer people",
    help: "Gives and takes global roles, and deactivates, reactivates and deletes accounts, up to one's own rights.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to administer people with." },
  }),
  globalRow("permission.administer", {
    ...accounts,
    label: "Administer permissions",
    help: "Changes what global roles may do, and which global roles there are, up to one's own rights.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to administer permissions with." },
  }),
  globalRow("audit.view", {
    ...accounts,
    label: "View the audit log",
    help: "Reads the whole log, except what concerns groups that its reader may not see.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to answer for reading the log." },
  }),
  globalRow("explain.view", {
    ...accounts,
    label: "Explain other people's access",
    help: "Asks why somebody else may or may not do something, in groups that the asker may see.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to ask about other people with." },
  }),
  globalRow("setting.administer", {
    ...accounts,
    label: "Administer settings",
    help: "Changes the settings of the portal.",
    section: "Administration",
    risk: "high",
    impossible: { anonymous: "There is no account to administer settings with." },
  }),
] as const;

/** The one right that every group type brings along; `label` is the type's. */
export function creationRow(type: { readonly name: string; readonly label: string }) {
  return globalRow(`group.create:${type.name}`, {
    ...accounts,
    label: `Create ${type.label} groups`,
    help: `Makes new groups of the type ${type.label} and sets them up while making them.`,
    section: "Creating groups",
    impossible: { anonymous: "There is no account to create a group with." },
  });
}

/** Every global permission that does not depend on a type, in the order of the page. */
export const FIXED_GLOBAL_ROWS = [...BEFORE_CREATION, ...AFTER_CREATION] as const;

/** The rows of the global permission page, given the types that exist, in their order. */
export function globalRowsFor(types: readonly { readonly name: string; readonly label: string }[]) {
  return [...BEFORE_CREATION, ...types.map(creationRow), ...AFTER_CREATION];
}
