/** How a letter leaves: by the mail server that is set, or not at all. */
import nodemailer from "nodemailer";
import { parseEmail } from "@/lib/people/email";
import { type Letter, oneLine, plainText } from "./letter";
import { htmlOf } from "./render";

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
      // Asked when it came in, and once more at the last place where a second mailbox could be stopped.
      if (parseEmail(letter.to)?.email !== letter.to) throw new Error("no mailbox: this address goes to nobody");
      await transport.sendMail({
        from,
        to: letter.to,
        subject: oneLine(letter.subject),
        text: plainText(letter),
        html: await htmlOf(letter),
        messageId,
        headers: headersOf(letter),
      });
    },
  };
}

/** No machine answers it, and whoever wants no more of it finds the page where one says so. It is no key: one signs in there. */
function headersOf({ foot }: Letter): Record<string, string> {
  const auto = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
  return foot ? { ...auto, "List-Unsubscribe": `<${foot.link.href}>` } : auto;
}

/**
 * Whether the mail server said no for good: to this mailbox, or to this letter. That it lets us in no further, or does not
 * know us, is nothing that the letter can help, and may be put right.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  const final = typeof responseCode === "number" && responseCode >= 500 && responseCode < 600;
  return final && (command === "RCPT TO" || command === "DATA");
}
