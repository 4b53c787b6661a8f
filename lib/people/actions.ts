"use server";
import { formAction } from "@/lib/action";
import {
  changePasswordHere,
  confirmHere,
  leavePortalHere,
  setUpHere,
  signInHere,
  signOutEverywhereHere,
  signOutHere,
  signUpHere,
} from "./at-the-door";
import { askForOwnProof } from "./commands/ask-for-proof";
import { changeAddress } from "./commands/change-address";
import { renameSelf } from "./commands/rename-self";
import {
  changeAddressShape,
  changePasswordShape,
  confirmAddressShape,
  leavePortalShape,
  nothing,
  renameSelfShape,
  setupShape,
  signInShape,
  signUpShape,
} from "./schema";
import {
  ADDRESS_SENTENCES,
  CONFIRM_SENTENCES,
  LEAVE_PORTAL_SENTENCES,
  PASSWORD_SENTENCES,
  PROOF_SENTENCES,
  SETUP_SENTENCES,
  SIGN_IN_SENTENCES,
  SIGN_UP_SENTENCES,
} from "./sentences";

export const signInAction = formAction(signInShape, signInHere, {
  says: SIGN_IN_SENTENCES,
  redirectTo: (data) => data?.next ?? "/home",
});
export const signUpAction = formAction(signUpShape, signUpHere, {
  says: SIGN_UP_SENTENCES,
  redirectTo: (data, answer) => (answer === "check-mail" ? "/sign-up/check-mail" : (data?.next ?? "/home")),
});
export const setUpAction = formAction(setupShape, setUpHere, { says: SETUP_SENTENCES, redirectTo: "/home" });
export const confirmAddressAction = formAction(confirmAddressShape, confirmHere, {
  says: CONFIRM_SENTENCES,
  redirectTo: "/account?confirmed=1",
});
export const signOutAction = formAction(nothing, signOutHere, { redirectTo: "/sign-in" });
export const signOutEverywhereAction = formAction(nothing, signOutEverywhereHere, { redirectTo: "/sign-in" });
export const renameSelfAction = formAction(renameSelfShape, renameSelf, { says: { changed: "Your name is changed." } });
export const changeAddressAction = formAction(changeAddressShape, changeAddress, { says: ADDRESS_SENTENCES });
export const askForProofAction = formAction(nothing, askForOwnProof, { says: PROOF_SENTENCES });
export const changePasswordAction = formAction(changePasswordShape, changePasswordHere, { says: PASSWORD_SENTENCES });
export const leavePortalAction = formAction(leavePortalShape, leavePortalHere, {
  says: LEAVE_PORTAL_SENTENCES,
  redirectTo: (_data, answer) => `/goodbye?account=${answer}`,
  refreshes: ["last-admin", "last-owner"],
});
