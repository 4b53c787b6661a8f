/** What the screens about one's own account say to each answer. Safe for the browser. */
import type { ConfirmAnswer, LeavePortalAnswer, SetupAnswer, SignUpAnswer } from "./answers";
import type { AskAnswer } from "./commands/ask-for-proof";
import type { ChangeAddressAnswer } from "./commands/change-address";
import type { ChangePasswordAnswer } from "./commands/change-password";
import type { SignInAnswer } from "./commands/sign-in";

const TOO_OFTEN = "That was tried too often. Please wait a quarter of an hour.";
const WRONG_DOMAIN = "Accounts here need an address of certain domains. Ask whoever runs this portal which.";

export const SIGN_IN_SENTENCES: Record<Exclude<SignInAnswer, "signed-in">, string> = {
  wrong: "Address and password do not fit together.",
  inactive: "This account was deactivated. Whoever runs this portal can tell you why.",
  "awaits-proof": "This account waits until its address is confirmed. Open the mail that we sent, and confirm there.",
  "rate-limited": TOO_OFTEN,
};

export const SIGN_UP_SENTENCES: Record<Exclude<SignUpAnswer, "signed-up" | "check-mail">, string> = {
  closed: "This portal takes no new accounts.",
  "not-invited":
    "New accounts need an invitation: open a join link that still works, then create your account from there.",
  "wrong-domain": WRONG_DOMAIN,
};

export const CONFIRM_SENTENCES: Record<Exclude<ConfirmAnswer, "not-found">, string> = {
  confirmed: "Your address is confirmed.",
  "already-proven": "This address is confirmed already.",
  used: "This link was used already. Ask for another mail on your account page.",
  expired: "This link is older than two days. Ask for another mail on your account page.",
  "wrong-password": "That is not the password of the account that this mail was sent for.",
  inactive: "This account was deactivated. Whoever runs this portal can tell you why.",
  taken: "Another account has confirmed this address meanwhile. Sign in to that one, or give this one another address.",
};

export const SETUP_SENTENCES: Record<Exclude<SetupAnswer, "made">, string> = {
  "not-found":
    "This link has been used, or a newer one was printed. If nobody is site owner yet, start the portal again.",
};

export const PROOF_SENTENCES: Record<AskAnswer | "sign-in", string> = {
  sent: "A mail is on its way. Open it within two days, and confirm there.",
  "rate-limited": "Enough mails were sent for now. Please wait an hour.",
  "already-proven": "Your address is confirmed already.",
  "no-address": "There is no address to send a mail to.",
  "not-permitted": "You may not do this.",
  "sign-in": "Sign in first.",
};

export const PASSWORD_SENTENCES: Record<ChangePasswordAnswer, string> = {
  changed: "Your password is changed. Every other browser is signed out.",
  "wrong-password": "The present password is not right.",
  "rate-limited": TOO_OFTEN,
  "sign-in": "Sign in first.",
};

export const ADDRESS_SENTENCES: Record<ChangeAddressAnswer, string> = {
  changed: "Your address is changed. A mail is on its way to it: confirm there.",
  same: "That is your address already.",
  "wrong-password": "The present password is not right.",
  "wrong-domain": WRONG_DOMAIN,
  "rate-limited": TOO_OFTEN,
  "sign-in": "Sign in first.",
};

export const LEAVE_PORTAL_SENTENCES: Record<Exclude<LeavePortalAnswer, "deleted" | "deactivated">, string> = {
  "sign-in": "Sign in first.",
  "last-owner":
    "You are the last active site owner, so the portal would be nobody’s. Make somebody else a site owner before you go.",
  "last-admin":
    "You are the last administrator of a group that others are in. Make somebody else one, or tick that you go nevertheless.",
  "wrong-password": "That is not your password.",
  "rate-limited": TOO_OFTEN,
};
