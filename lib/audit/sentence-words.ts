/**
 * Every event as a sentence with places for names. `by`: somebody did it · `self`: they did it to themself · `alone`: it
 * came about, or the portal did it. What the log never holds one of has none.
 */
export interface Says {
  readonly by?: string;
  readonly self?: string;
  readonly alone?: string;
}

export const ABOUT_GROUPS: Readonly<Record<string, Says>> = {
  "member.joined": {
    by: "{actor} brought {person} into {group}",
    self: "{person} joined {group}",
    alone: "{person} joined {group}",
  },
  "member.left": {
    by: "{actor} let {person} leave {group}",
    self: "{person} left {group}",
    alone: "{person} left {group}",
  },
  "member.added": {
    by: "{actor} added {person} to {group}",
    self: "{person} added themself to {group}",
    alone: "{person} was added to {group}",
  },
  "member.removed": {
    by: "{actor} removed {person} from {group}",
    self: "{person} removed themself from {group}",
    alone: "{person} was removed from {group}",
  },
  "member.pruned": { alone: "{person} was removed from {group}" },
  "member.roles-changed": {
    by: "{actor} changed the roles of {person} in {group}{roles}",
    self: "{person} changed their own roles in {group}{roles}",
    alone: "{person} lost the role {role} in {group}",
  },
  "member.until-changed": {
    by: "{actor} set when the membership of {person} in {group} ends{until}",
    self: "{person} set when their own membership in {group} ends{until}",
    alone: "The end of the membership of {person} in {group} was set{until}",
  },
  "member.edited": {
    by: "{actor} edited the membership of {person} in {group}",
    self: "{person} edited their title or note in {group}",
  },
  "request.made": {
    by: "{actor} asked for {person} to {wish} {group}",
    self: "{person} asked to {wish} {group}",
    alone: "{person} asked to {wish} {group}",
  },
  "request.approved": {
    by: "{actor} approved that {person} may {wish} {group}",
    alone: "The request of {person} {wished} {group} was carried out",
  },
  "request.rejected": { by: "{actor} rejected that {person} may {wish} {group}" },
  "request.withdrawn": {
    by: "{actor} took back the request of {person} {wished} {group}",
    self: "{person} took back their request {wished} {group}",
  },
  "request.closed": { alone: "The request of {person} {wished} {group} was closed" },
  "leader.appointed": {
    by: "{actor} put {leader} in charge of {group}",
    self: "{person} took charge of {group}",
    alone: "{leader} was put in charge of {group}",
  },
  "leader.dismissed": {
    by: "{actor} dismissed {leader} from leading {group}",
    self: "{person} gave up leading {group}",
    alone: "{leader} no longer leads {group}",
  },
  "leader.not-eligible": { alone: "{person} leads {group} and is no longer eligible for it" },
  "link.created": {
    by: "{actor} made the join link {link} for {group}",
    alone: "The join link {link} was made for {group}",
  },
  "link.used": { by: "{actor} came by the join link {link} to {group}" },
  "link.revoked": {
    by: "{actor} revoked the join link {link} of {group}",
    alone: "The join link {link} of {group} was revoked",
  },
  "link.paused": { by: "{actor} paused the join link {link} of {group}" },
  "link.resumed": { by: "{actor} resumed the join link {link} of {group}" },
  "link.rotated": { by: "{actor} gave the join link {link} of {group} a new address" },
  "group.created": { by: "{actor} made the group {group}", alone: "The group {group} was made" },
  "group.edited": { by: "{actor} edited {group}", alone: "{group} was edited" },
  "group.configured": {
    by: "{actor} changed how people get into {group}",
    alone: "How people get into {group} was changed",
  },
  "group.deleted": { by: "{actor} deleted the group {group}", alone: "The group {group} was deleted" },
  "group.made-internal": { alone: "{group} became internal" },
  "group.without-administrator": { alone: "{group} lost its last administrator" },
  "post.created": { by: "{actor} wrote the post {title} in {group}" },
  "post.edited": { by: "{actor} edited the post {title} in {group}" },
  "post.deleted": { by: "{actor} deleted the post {title} in {group}" },
  "reply.created": { by: "{actor} replied to a post in {group}" },
  "reply.edited": { by: "{actor} edited a reply in {group}" },
  "reply.deleted": { by: "{actor} deleted a reply in {group}" },
};

export const ABOUT_THE_PORTAL: Readonly<Record<string, Says>> = {
  "type.created": { by: "{actor} made the group type {type}", alone: "The group type {type} was made" },
  "type.edited": { by: "{actor} changed the group type {type}", alone: "The group type {type} was changed" },
  "type.deleted": { by: "{actor} deleted the group type {type}", alone: "The group type {type} was deleted" },
  "permission.granted": {
    by: "{actor} granted {right} to {role}{of}",
    alone: "{right} was granted to {role}{of}",
  },
  "permission.revoked": {
    by: "{actor} took {right} from {role}{of}",
    alone: "{right} was taken from {role}{of}",
  },
  "role.created": { by: "{actor} made the role {role}{of}", alone: "The role {role}{of} was made" },
  "role.renamed": { by: "{actor} renamed the role {role}{of}", alone: "The role {role}{of} was renamed" },
  "role.moved": { by: "{actor} changed the order of the roles", alone: "The order of the roles was changed" },
  "role.deleted": { by: "{actor} deleted the role {role}{of}", alone: "The role {role}{of} was deleted" },
  "account.created": {
    by: "{actor} made an account for {person}",
    self: "{person} made an account",
    alone: "{person} got an account",
  },
  "account.role-given": {
    by: "{actor} gave {person} the role {role}",
    self: "{person} gave themself the role {role}",
    alone: "{person} was given the role {role}",
  },
  "account.role-taken": {
    by: "{actor} took the role {role} from {person}",
    self: "{person} gave up the role {role}",
    alone: "{person} lost the role {role}",
  },
  "account.owner-made": {
    by: "{actor} made {person} a site owner",
    alone: "{person} became a site owner",
  },
  "account.owner-unmade": {
    by: "{actor} took site ownership from {person}",
    self: "{person} gave up site ownership",
    alone: "{person} is no longer a site owner",
  },
  "account.deactivated": {
    by: "{actor} deactivated the account of {person}",
    self: "{person} deactivated their own account",
    alone: "The account of {person} was deactivated",
  },
  "account.reactivated": {
    by: "{actor} reactivated the account of {person}",
    alone: "The account of {person} was reactivated",
  },
  "account.deleted": {
    by: "{actor} deleted the account of {person}",
    self: "{person} deleted their own account",
    alone: "The account of {person} was deleted",
  },
  "account.renamed": {
    by: "{actor} renamed {person}",
    self: "{person} took another name",
  },
  "account.address-changed": {
    self: "{person} changed their e-mail address",
    alone: "The e-mail address of {person} was changed",
  },
  "account.address-proven": {
    self: "{person} proved their e-mail address",
    alone: "{person} proved their e-mail address",
  },
  "account.address-dropped": { alone: "{person} lost an e-mail address that they had not proven" },
  "account.proof-asked": {
    self: "{person} asked for another letter to prove their address",
    alone: "Another letter to prove the address of {person} was asked for",
  },
  "account.password-changed": {
    self: "{person} changed their password",
    alone: "The password of {person} was changed",
  },
  "account.signed-out-everywhere": {
    self: "{person} signed out everywhere",
    alone: "{person} was signed out everywhere",
  },
  "setting.changed": { by: "{actor} changed {setting}", alone: "The portal changed {setting}" },
  "portal.begun": { alone: "The portal was set up" },
  "portal.restored": { alone: "The portal was loaded from a backup into another server, and its log goes on" },
  "portal.setup-offered": { alone: "A link for making the first owner was printed" },
  "view.begun": { by: "{actor} began to view the portal as {whom}" },
  "view.ended": {
    by: "{actor} stopped viewing the portal as {whom}",
    alone: "{person} stopped viewing the portal as {whom}",
  },
};

/** Parts of the log, for whoever narrows it to one kind of event. */
export const NOUNS: Readonly<Record<string, string>> = {
  member: "Memberships",
  request: "Requests",
  leader: "Leaders",
  link: "Join links",
  group: "Groups",
  post: "Posts",
  reply: "Replies",
  type: "Group types",
  permission: "Permissions",
  role: "Roles",
  account: "Accounts",
  setting: "Settings",
  view: "Viewing as others",
  portal: "The portal",
};
