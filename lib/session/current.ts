/** Who asks right now: one portal per process, one viewer per request. At the edge a store lives as long as the request. */
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { cache } from "react";
import { serverEnv } from "@/lib/env";
import { openPortal, type Portal } from "@/lib/portal";
import { uuidOf } from "@/lib/uuid";
import { clientAddress } from "./client-address";
import { cookieName } from "./cookies";
import { findViewerOf } from "./decode";
import type { PolicyMemory } from "./policy-memory";
import { noteSeen } from "./session";
import type { Viewer } from "./viewer";

// On the global object, since development loads modules anew and a build has several copies of this one.
const process = globalThis as { guildhallPortal?: Promise<Portal>; guildhallMasks?: PolicyMemory };

/** The portal of this process; at the edge, where connections belong to a request, of this request. */
export const currentPortal = cache((): Promise<Portal> => {
  if ("EdgeRuntime" in globalThis) return portalOfRequest();
  process.guildhallPortal ??= openPortal({ url: serverEnv().DATABASE_URL, logLevel: serverEnv().LOG_LEVEL });
  return process.guildhallPortal;
});

async function portalOfRequest(): Promise<Portal> {
  const { POSTGRES_URL, DATABASE_URL, POSTGRES_WS_PROXY, LOG_LEVEL } = serverEnv();
  const portal = await openPortal({
    url: POSTGRES_URL ?? DATABASE_URL,
    wsProxy: POSTGRES_WS_PROXY,
    logLevel: LOG_LEVEL,
  });
  after(() => portal.store.end());
  process.guildhallMasks ??= portal.masks;
  return { ...portal, masks: process.guildhallMasks };
}

/** Whoever sends this request, asked of the database in one statement; the first argument of every read and write. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const [jar, head, portal] = await Promise.all([cookies(), headers(), currentPortal()]);
  const requestId = uuidOf(head.get("x-request-id") ?? "") ?? undefined;
  const viewer = await findViewerOf(portal, jar.get(cookieName("session"))?.value, { requestId });
  seenHere(viewer.behind?.viewer ?? viewer);
  return viewer;
});

/** Once the answer is out, and at most once in some minutes. The edge only reads. */
function seenHere({ portal, account, unseenLately }: Viewer): void {
  if (!account || !unseenLately || "EdgeRuntime" in globalThis) return;
  after(() => noteSeen(portal, account.id).catch((error) => portal.log.warn({ error }, "not noted as seen")));
}

/** The sender's address as rate limits count it. */
export async function currentClient(): Promise<string> {
  return clientAddress((await headers()).get("x-forwarded-for"), serverEnv().TRUSTED_PROXIES);
}

/** The join link that this browser holds on its way through sign-in or sign-up: its token, or null. */
export async function currentJoinToken(): Promise<string | null> {
  return (await cookies()).get(cookieName("join"))?.value ?? null;
}
