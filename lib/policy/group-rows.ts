/** The rows that the table of every group type has, in the order of its page. Longer than a file should be: it is one table. */
import { groupRow } from "./row";

const all = { holders: ["anonymous", "outsider", "member", "leader"], impossible: {} } as const;
const accounts = { holders: ["outsider", "member", "leader"] } as const;
const outsiders = { holders: ["outsider"] } as const;
const members = { holders: ["member"] } as const;

const GROUP = [
  groupRow("group.administer", {
    ...accounts,
    label: "Administer group",
    help: "Yes to everything in the group that is possible at all.",
    section: "Group",
    risk: "high",
    impossible: { anonymous: "There is no account to administer a group with." },
  }),
  groupRow("group.view", {
    ...all,
    label: "View group",
    help: "Opens the page of a published group.",
    section: "Group",
  }),
  groupRow("group.view-unpublished", {
    ...accounts,
    label: "View unpublished group",
    help: "Opens the page of a group that is not published, and with it its posts.",
    section: "Group",
    impossible: { anonymous: "What is not published is not shown to people without an account." },
  }),
  groupRow("group.view-own-unpublished", {
    ...accounts,
    label: "View own unpublished group",
    help: "Opens the page of an unpublished group for the person who created it.",
    section: "Group",
    impossible: { anonymous: "There is no account that could have created a group." },
  }),
  groupRow("group.edit", {
    ...accounts,
    label: "Edit group",
    help: "Changes the name, the description and the picture.",
    section: "Group",
    impossible: { anonymous: "There is no account to answer for the change." },
  }),
  groupRow("group.configure", {
    ...accounts,
    label: "Change how people get in",
    help: "Changes who can find the group, how people get in, and who is eligible.",
    section: "Group",
    risk: "high",
    impossible: { anonymous: "There is no account to answer for the change." },
  }),
  groupRow("group.delete", {
    ...accounts,
    label: "Delete group",
    help: "Deletes the group with its memberships, requests, links and posts; its log stays.",
    section: "Group",
    risk: "high",
    impossible: { anonymous: "There is no account to answer for the deletion." },
  }),
] as const;

const MEMBERS = [
  groupRow("member.list", {
    ...all,
    label: "View member list",
    help: "Shows who is in the group. Without it not even their number is told.",
    section: "Members",
  }),
  groupRow("member.administer", {
    ...accounts,
    label: "Administer members",
    help: "Adds and removes members, changes their roles, decides requests and manages join links.",
    section: "Members",
    risk: "high",
    impossible: { anonymous: "There is no account to administer members with." },
  }),
  groupRow("member.add", {
    ...accounts,
    label: "Add members",
    help: "Puts eligible people into the group without their asking.",
    section: "Members",
    impossible: { anonymous: "There is no account to answer for the addition." },
  }),
  groupRow("member.remove", {
    ...accounts,
    label: "Remove members",
    help: "Takes people out of the group, except those who stand above the remover.",
    section: "Members",
    impossible: { anonymous: "There is no account to answer for the removal." },
  }),
  groupRow("member.assign-roles", {
    ...accounts,
    label: "Change members' roles",
    help: "Gives and takes group roles, up to what the giver may do in the group.",
    section: "Members",
    risk: "high",
    impossible: { anonymous: "There is no account to answer for the change." },
  }),
  groupRow("request.decide", {
    ...accounts,
    label: "Approve and reject requests",
    help: "Decides the requests of others to join or to leave, never one's own.",
    section: "Requests and links",
    impossible: { anonymous: "There is no account to answer for the decision." },
  }),
  groupRow("link.manage", {
    ...accounts,
    label: "Manage join links",
    help: "Makes, pauses, rotates and revokes the secret addresses that show the way in.",
    section: "Requests and links",
    impossible: { anonymous: "There is no account that a link could be made by." },
  }),
  groupRow("leader.appoint", {
    ...accounts,
    label: "Appoint leaders",
    help: "Puts people, or the members of another group, in charge of this group, and dismisses them.",
    section: "Leaders",
    risk: "high",
    impossible: { anonymous: "There is no account to answer for the appointment." },
  }),
] as const;

const JOINING = [
  groupRow("member.join", {
    ...outsiders,
    label: "Join group",
    help: "Joins at once if the group is open, and makes a request otherwise.",
    section: "Joining and leaving",
    impossible: {
      anonymous: "There is no account to give a membership to.",
      member: "A member has joined already.",
      leader: "Leading is no way in: a leader who is outside joins by what outsiders may do.",
    },
  }),
  groupRow("member.request", {
    ...outsiders,
    label: "Request membership",
    help: "Makes a request to join, however the group is set.",
    section: "Joining and leaving",
    impossible: {
      anonymous: "There is no account to give a membership to.",
      member: "A member has nothing left to ask for.",
      leader: "Leading is no way in: a leader who is outside asks by what outsiders may do.",
    },
  }),
  groupRow("member.leave", {
    ...members,
    label: "Leave group",
    help: "Leaves at once if the group is open or the portal says so, and asks to leave otherwise.",
    section: "Joining and leaving",
    impossible: {
      anonymous: "There is no account with a membership to end.",
      outsider: "Whoever is outside has no membership to end.",
      leader: "Leading is not a membership: a leader who is inside leaves by what members may do.",
    },
  }),
  groupRow("member.edit-own", {
    ...members,
    label: "Edit own membership",
    help: "Changes the title and the note of one's own membership, never its roles.",
    section: "Joining and leaving",
    impossible: {
      anonymous: "There is no account with a membership to edit.",
      outsider: "Whoever is outside has no membership to edit.",
      leader: "Leading is not a membership: a leader who is inside edits by what members may do.",
    },
  }),
] as const;

const LOG = [
  groupRow("audit.view", {
    ...accounts,
    label: "View the group's log",
    help: "Reads what happened in the group, when, and by whom.",
    section: "Log",
    impossible: { anonymous: "There is no account to answer for reading the log." },
  }),
] as const;

export const FIXED_GROUP_ROWS = [...GROUP, ...MEMBERS, ...JOINING, ...LOG] as const;
