"use server";
import { formAction } from "@/lib/action";
import { createJoinLink, pauseJoinLink, resumeJoinLink, revokeJoinLink, rotateJoinLink } from "./commands";
import { withQr } from "./qr";
import { createJoinLink as createShape, endJoinLink, tendJoinLink } from "./schema";
import { CREATE_LINK_SENTENCES, LINK_SENTENCES } from "./sentences";

/** `data.token` is the secret, told this once, and `data.qr` its picture. */
export const createJoinLinkAction = formAction(
  createShape,
  async (viewer, input) => withQr(await createJoinLink(viewer, input)),
  { says: CREATE_LINK_SENTENCES },
);
/** `data.token` is the new secret, told this once; the old one is unknown from then on. */
export const rotateJoinLinkAction = formAction(
  tendJoinLink,
  async (viewer, input) => withQr(await rotateJoinLink(viewer, input)),
  { says: LINK_SENTENCES.rotate },
);
export const pauseJoinLinkAction = formAction(tendJoinLink, pauseJoinLink, { says: LINK_SENTENCES.pause });
export const resumeJoinLinkAction = formAction(tendJoinLink, resumeJoinLink, { says: LINK_SENTENCES.resume });
export const revokeJoinLinkAction = formAction(endJoinLink, revokeJoinLink, { says: LINK_SENTENCES.revoke });
