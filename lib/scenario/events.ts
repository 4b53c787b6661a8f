/** What the log and the notices of a scenario can name. */
export const EVENTS: readonly string[] = [
  ...["member.joined", "member.left", "member.added", "member.removed", "member.pruned", "member.roles-changed"],
  ...["member.until-changed", "member.edited"],
  ...["request.made", "request.approved", "request.rejected", "request.withdrawn", "request.closed"],
  ...["leader.appointed", "leader.dismissed", "leader.not-eligible"],
  ...["link.created", "link.used", "link.revoked", "link.paused", "link.resumed", "link.rotated"],
  ...["group.created", "group.edited", "group.configured", "group.deleted", "group.made-internal"],
  "group.without-administrator",
  ...["type.created", "type.edited", "type.deleted", "permission.granted", "permission.revoked"],
  ...[
    "role.created",
    "role.renamed",
    "role.moved",
    "role.deleted",
    "account.role-given",
    "account.role-taken",
    "account.owner-made",
  ],
  ...["account.owner-unmade", "account.deactivated", "account.reactivated", "account.deleted"],
  ...["post.created", "post.edited", "post.deleted", "setting.changed"],
];
