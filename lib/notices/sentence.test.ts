import { expect, it } from "vitest";
import { causeOf } from "./sentence";

it.each([
  [null, null, null],
  ["account.role-taken member", "Member", "because you no longer hold the role Member"],
  ["account.role-taken gone", null, "because you no longer hold the role gone"],
  [
    "permission.revoked group.request member; permission.revoked group.request blue",
    "Member",
    "because the role Member lost the right “Request non-public groups”",
  ],
  [
    "permission.revoked group.create:crew member",
    "Member",
    "because the role Member lost the right “group.create:crew”",
  ],
  ["member.until", null, "because the time set for it has passed"],
  ["nothing.known x", null, null],
])("of %j it says %j", (cause, causeRole, said) => expect(causeOf({ cause, causeRole })).toBe(said));
