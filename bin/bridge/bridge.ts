// Promise: a WebSocket on 127.0.0.1 that leads to one database and nowhere else, whatever the request says.
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import { createWebSocketStream, type WebSocket, WebSocketServer } from "ws";
import { openTarget, type Target } from "./target";

export type Bridge = { port: number; stop(): Promise<void> };

/** `path` is the secret part of the address. `port` 0 takes any free one. */
export async function openBridge(options: { port: number; path: string; target: Target }): Promise<Bridge> {
  const http = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 16 * 1024 * 1024 });
  http.on("upgrade", (request, socket, head) => {
    if (!isWelcome(request, options.path)) return socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (opened) => void join(opened, options.target));
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen({ port: options.port, host: "127.0.0.1" }, resolve);
  });
  const stop = async () => {
    for (const each of sockets.clients) each.terminate();
    await new Promise((done) => http.close(done));
  };
  return { port: (http.address() as AddressInfo).port, stop };
}

/** The portal's own pages call without an Origin; a browser cannot, so no web page gets through, even one that knows the path. */
function isWelcome(request: IncomingMessage, path: string): boolean {
  if (request.headers.origin !== undefined) return false;
  const asked = new URL(request.url ?? "/", "http://bridge").pathname;
  return timingSafeEqual(digest(asked), digest(path));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

async function join(opened: WebSocket, target: Target): Promise<void> {
  const client = createWebSocketStream(opened);
  // Either side may go at any time; both ends then go, and nobody needs to be told.
  const quiet = () => {};
  client.on("error", quiet);
  try {
    const database = await openTarget(target);
    pipeline(client, database, client, quiet);
  } catch (error) {
    console.error(`bridge: ${(error as Error).message}`);
    opened.close(1011);
  }
}
