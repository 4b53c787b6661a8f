/** A mail server of one's own: what it took, and what it says to each mail before it takes it. */
import { SMTPServer } from "smtp-server";

export interface Taken {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  /** in the order in which the server said yes */
  readonly taken: Taken[];
  close(): Promise<void>;
}

interface Says {
  /** a number to refuse this mailbox with, or nothing */
  readonly toMailbox?: (address: string) => number | undefined;
  /** asked with each whole mail before the yes; a number refuses it */
  readonly toMail?: (mail: Taken) => Promise<number | undefined>;
  readonly toPassword?: () => boolean;
}

export async function openMailServer({ toMailbox, toMail, toPassword }: Says = {}): Promise<MailServer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    ...{ authOptional: toPassword === undefined, allowInsecureAuth: true, logger: false, disableReverseLookup: true },
    disabledCommands: toPassword ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    onAuth: (_auth, _session, done) =>
      toPassword?.() ? done(null, { user: "guildhall" }) : done(refusal(535, "authentication failed")),
    onRcptTo: ({ address }, _session, done) => {
      const code = toMailbox?.(address);
      done(code ? refusal(code, "not this mailbox") : undefined);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString();
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const mail = { to, messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? "", raw };
        const code = await toMail?.(mail);
        if (code) return done(refusal(code, "not this mail"));
        taken.push(mail);
        done();
      });
    },
  });
  // A client that is killed leaves its connection torn.
  server.on("error", () => {});
  const { port } = await new Promise<{ port: number }>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(listening.address() as { port: number }));
  });
  const login = toPassword ? "guildhall:wrong@" : "";
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
