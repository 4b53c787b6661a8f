import { connect, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import pg from "pg";

export type Target = { host: string; port: number; tls: ConnectionOptions | undefined };

/** Where a database address leads and whether the way there is encrypted, as `pg` itself reads it. */
export function targetOf(url: string): Target {
  const { host, port, ssl } = new pg.Client(url) as pg.Client & { ssl: boolean | ConnectionOptions };
  if (host.startsWith("/")) throw new Error("the bridge needs a host and a port, not a socket file");
  return { host, port, tls: ssl === true ? {} : ssl || undefined };
}

/** Opens one connection to the target. With TLS, PostgreSQL is first asked for it in its own words. */
export async function openTarget({ host, port, tls }: Target): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await arrived(socket, "connect");
  if (!tls) return socket;
  const request = Buffer.alloc(8);
  request.writeInt32BE(8, 0);
  request.writeInt32BE(80_877_103, 4);
  socket.write(request);
  const [answer] = await arrived(socket, "data");
  if (!(answer instanceof Buffer) || answer.toString() !== "S") {
    socket.destroy();
    throw new Error(`the database at ${host}:${port} does not encrypt`);
  }
  const secure = connectTls({ ...tls, socket, servername: tls.servername ?? host });
  await arrived(secure, "secureConnect");
  return secure;
}

function arrived(socket: Socket, event: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    socket.once("error", failed);
    socket.once(event, (...words: unknown[]) => {
      socket.off("error", failed);
      resolve(words);
    });
  });
}
