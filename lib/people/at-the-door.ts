/** Coming in and going out as a browser does it: the commands, and the cookie that follows from them. No secret leaves by their results. */
import type { Outcome } from "@/lib/gate/command";
import { enter, leave } from "@/lib/session/auth";
import { currentClient, currentJoinToken } from "@/lib/session/current";
import { ownPath } from "@/lib/session/own-path";
import type { Viewer } from "@/lib/session/viewer";
import { changePassword } from "./commands/change-password";
import { confirmAddress } from "./commands/confirm-address";
import { leavePortal } from "./commands/leave-portal";
import { makeFirstOwner } from "./commands/make-first-owner";
import { signIn } from "./commands/sign-in";
import { signOutEverywhere } from "./commands/sign-out-everywhere";
import { signUp } from "./commands/sign-up";
import type { LeavePortalForm, SetupInput, SignInInput, SignUpInput } from "./schema";

interface Onward {
  /** a path of this portal */
  readonly next: string;
}

export async function signInHere(viewer: Viewer, { next, ...input }: SignInInput) {
  return onward(await signIn(viewer, input, { client: await currentClient() }), next);
}

export async function signUpHere(viewer: Viewer, { next, ...input }: SignUpInput) {
  const asking = { client: await currentClient(), joinToken: await currentJoinToken() };
  return onward(await signUp(viewer, input, asking), next);
}

export async function setUpHere(viewer: Viewer, input: SetupInput) {
  return onward(await makeFirstOwner(viewer, input));
}

export async function confirmHere(viewer: Viewer, input: { token: string; password?: string }) {
  return onward(await confirmAddress(viewer, input));
}

export async function changePasswordHere(viewer: Viewer, input: { currentPassword: string; newPassword: string }) {
  return onward(await changePassword(viewer, input));
}

export async function signOutHere(viewer: Viewer): Promise<Outcome<"signed-out">> {
  await leave(viewer);
  return { answer: "signed-out", done: true, data: null };
}

export async function signOutEverywhereHere(viewer: Viewer) {
  const outcome = await signOutEverywhere(viewer, {});
  if (outcome.done) await leave(viewer);
  return outcome;
}

/** The session is gone with the account; the cookie goes here. */
export async function leavePortalHere(viewer: Viewer, { sure: _sure, ...input }: LeavePortalForm) {
  const { answer, done } = await leavePortal(viewer, input);
  if (done) await leave(viewer);
  return { answer, done, data: null };
}

/** Takes the secret of a session that began into the cookie, and only tells where to go on. */
async function onward<A extends string>(
  { answer, done, data }: Outcome<A, { secret: string | null }>,
  next?: string,
): Promise<Outcome<A, Onward>> {
  if (data?.secret) await enter(data.secret);
  return { answer, done, data: done ? { next: ownPath(next, "/home") } : null };
}
