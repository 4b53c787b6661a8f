import { describe, expect, it } from "vitest";
import { testLines } from "./lines.test-kit";
import {
  answerAssign,
  answerDeactivate,
  answerDeleteAccount,
  answerMakeOwner,
  answerReactivate,
  answerUnassign,
  answerUnmakeOwner,
} from "./people";
import { answerGrant, answerRevoke } from "./permissions";
import { answerCreateRole, answerDeleteRole } from "./roles";
import { answerSet } from "./settings";

const notPermitted = ["not-permitted", { mayAdminister: false }] as const;
const exceeds = ["exceeds-own", { exceeds: true }] as const;
const lastOwner = ["last-owner", { lastOwner: true }] as const;

const grant = { mayAdminister: true, possible: true, already: false, exceeds: false };
testLines("T11: granting", answerGrant, grant, [notPermitted, ["impossible", { possible: false }], exceeds], "changed");
testLines("revoking", answerRevoke, { mayAdminister: true, exceeds: false }, [notPermitted, exceeds], "changed");
testLines("making a role", answerCreateRole, { mayAdminister: true }, [notPermitted], "created");
testLines(
  "deleting a role",
  answerDeleteRole,
  { mayAdminister: true, builtIn: false, exceeds: false },
  [notPermitted, ["built-in", { builtIn: true }], exceeds],
  "deleted",
);

const assign = { mayAdminister: true, already: false, exceeds: false };
testLines("giving a global role", answerAssign, assign, [notPermitted, exceeds], "changed");
testLines(
  "taking a global role",
  answerUnassign,
  { mayAdminister: true, exceeds: false, onlyConferred: false },
  [notPermitted, exceeds, ["conferred", { onlyConferred: true }]],
  "changed",
);

describe("what is so already is given once more without asking how high it stands", () => {
  it("as a grant or a global role", () => {
    expect(answerGrant({ ...grant, exceeds: true, already: true })).toBe("changed");
    expect(answerGrant({ ...grant, already: true })).toBe("changed");
    expect(answerAssign({ ...assign, exceeds: true, already: true })).toBe("changed");
    expect(answerAssign({ ...assign, already: true })).toBe("changed");
  });
});

testLines("making a site owner", answerMakeOwner, { owner: true }, [["not-permitted", { owner: false }]], "changed");
testLines(
  "unmaking a site owner",
  answerUnmakeOwner,
  { owner: true, lastOwner: false },
  [["not-permitted", { owner: false }], lastOwner],
  "changed",
);

const end = { mayAdminister: true, exceeds: false, lastOwner: false };
testLines("deactivating", answerDeactivate, end, [notPermitted, exceeds, lastOwner], "changed");
testLines("deleting an account", answerDeleteAccount, end, [notPermitted, exceeds, lastOwner], "deleted");
testLines(
  "reactivating",
  answerReactivate,
  { mayAdminister: true, exceeds: false },
  [notPermitted, exceeds],
  "changed",
);
testLines("changing settings", answerSet, { mayAdminister: true }, [notPermitted], "changed");
