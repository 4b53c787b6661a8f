/** The commands that race, as one instance of the code has them. */
import { configureGroup } from "@/lib/groups/commands/configure-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { createJoinLink } from "@/lib/join-links/commands";
import { appointLeader } from "@/lib/leaders/commands";
import { joinGroup } from "@/lib/members/commands/join-group";
import { leaveGroup } from "@/lib/members/commands/leave-group";
import { setMemberRoles } from "@/lib/members/commands/set-member-roles";
import { deactivateAccount } from "@/lib/people/commands/activation";
import { deleteAccount } from "@/lib/people/commands/delete-account";
import { assignGlobalRole, unassignGlobalRole } from "@/lib/people/commands/global-roles";
import { unmakeOwner } from "@/lib/people/commands/owners";
import { revokeGlobal } from "@/lib/permissions/commands/change-global-grants";
import { createPost } from "@/lib/posts/commands/create-post";
import { decideRequest, withdrawRequest } from "@/lib/requests/commands";

export const VERBS = {
  ...{
    appointLeader,
    assignGlobalRole,
    configureGroup,
    createJoinLink,
    createPost,
    deactivateAccount,
    decideRequest,
    deleteAccount,
  },
  ...{
    deleteGroup,
    joinGroup,
    leaveGroup,
    revokeGlobal,
    setMemberRoles,
    unassignGlobalRole,
    unmakeOwner,
    withdrawRequest,
  },
};
export type Verbs = typeof VERBS;
