/** How a letter leaves: by the mail server that is set, or not at all. */
import nodemailer from "nodemailer";
import { type Letter, plainText, simpleHtml } from "./letter";

export interface Post {
  /** whether letters really leave; otherwise they are only kept */
  readonly leaves: boolean;
  /** Sends one. The id names it for good: a second copy after a crash bears the same. */
  send(letter: Letter, messageId: string): Promise<void>;
}

export const NO_POST: Post = { leaves: false, send: async () => {} };

/** `from` is the sender's address, `url` the mail server's as smtp:// or smtps://. */
export function openPost({ url, from }: { url: string; from: string }): Post {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A letter is what was written here: nothing of it is fetched from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    leaves: true,
    send: async (letter, messageId) => {
      await transport.sendMail({
        from,
        to: letter.to,
        subject: letter.subject,
        text: plainText(letter),
        html: simpleHtml(letter),
        messageId,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
  };
}
