/** One step of a verb that concerns the portal and its people. */
import type { Keys, VerbName } from "@/lib/scenario/verbs";
import { BUILT_IN_COLUMNS, BUILT_IN_ROLES, globalPermissions } from "./catalogue";
import type { Choice } from "./choosing";
import type { Dice } from "./dice";
import { globalRolesOf } from "./holding";
import { customColumnsOf, customRoles, presentAccounts, type Scene } from "./scene";

type Choices = { readonly [V in VerbName]?: Choice<V> };

const account = ({ state }: Scene, dice: Dice): { account: string } => ({ account: dice.pick(presentAccounts(state)) });

const globalCell: Choice<"grant-global"> = ({ state }, dice) => {
  const role = dice.rather(customRoles(state), BUILT_IN_ROLES);
  const all = globalPermissions(state.types.keys());
  return { role, permission: dice.rather([...(state.globalRoles.get(role) ?? [])], all, 40) };
};

/** Without any custom role left there is none to give: then one of the names that there were. */
function holding({ state }: Scene, dice: Dice, held: number): Keys<"assign-global"> | null {
  const custom = customRoles(state);
  if (custom.length === 0) return null;
  const who = dice.pick(presentAccounts(state));
  const theirs = [...globalRolesOf(state, who)].filter((role) => custom.includes(role));
  return { account: who, role: dice.rather(theirs, custom, held) };
}

const role: Choice<"delete-role"> = ({ state }, dice) => {
  if (dice.chance(50)) return { role: dice.rather(customRoles(state), BUILT_IN_ROLES, 80) };
  const type = dice.pick([...state.types.keys()]);
  return { type, role: dice.rather(customColumnsOf(state, type), BUILT_IN_COLUMNS, 80) };
};

/** A wait never ends at the very minute at which something else does. */
const SPANS = ["61m", "1501m", "4321m", "11521m"];

export const AMONG_PEOPLE: Choices = {
  "grant-global": globalCell,
  "revoke-global": globalCell,
  "assign-global": (scene, dice) => holding(scene, dice, 20) ?? { account: "root", role: "none" },
  "unassign-global": (scene, dice) => holding(scene, dice, 80) ?? { account: "root", role: "none" },
  "make-owner": account,
  "unmake-owner": account,
  "create-role": ({ state, number }, dice) => ({
    role: `role-${number}`,
    ...(dice.chance(50) ? { type: dice.pick([...state.types.keys()]) } : {}),
  }),
  "delete-role": role,
  deactivate: account,
  reactivate: account,
  "delete-account": account,
  set: (_scene, dice) => ({
    ...(dice.chance(50) ? { autoLeave: dice.chance(50) } : {}),
    ...(dice.chance(40) ? { notifyLeaders: dice.chance(50) } : {}),
    ...(dice.chance(30) ? { reservedNames: dice.some(["Council", "Senate"], 60) } : {}),
  }),
  wait: (_scene, dice) => ({ for: dice.pick(SPANS) }),
};
