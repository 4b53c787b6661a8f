/** Every route of the build as each of the nine: opened to whom the table says, and nothing there for everybody else. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { databaseDigest } from "../support/digest";
import { makeWorld, PERSONAS, type Persona, type World } from "../support/personas";
import { address, closePortalHere } from "../support/stand";
import { NO_ID } from "./actions";
import { ROUTES, type RouteDoor } from "./routes";

const inBuild: string[] = [
  ...new Set(Object.values<string>(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")))),
];
const SEES_HIDDEN: readonly Persona[] = ["advanced", "owner"];
/** as a page, as what the framework fetches, and as what it fetches ahead */
const TRANSPORTS: Record<string, string>[] = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];

let world: World;
test.beforeAll(async () => {
  world = await makeWorld();
});
test.afterAll(closePortalHere);

test("T03 every route of the build has a row, and every row a route", () => {
  expect([...inBuild].sort()).toEqual(Object.keys(ROUTES).sort());
});

for (const [route, door] of Object.entries(ROUTES)) {
  test(`T01 T35 ${route} opens to whom it should, and reading changes nothing`, async () => {
    const before = await databaseDigest();
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const persona of PERSONAS) {
      const response = await knock(pathOf(route, door, world.own.slug), persona);
      found[persona] = response.to ? `to ${response.to.replace(world.own.slug, "[slug]")}` : String(response.status);
      wanted[persona] = wantedOf(door, persona);
    }
    expect(found).toEqual(wanted);
    expect(await databaseDigest()).toBe(before);
  });

  test(`T60 T61 ${route} is kept by nobody and framed by nobody`, async () => {
    for (const persona of ["visitor", "owner"] as const) {
      const { headers } = await knock(pathOf(route, door, world.own.slug), persona);
      expect(headers.get("cache-control"), persona).toContain("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("frame-ancestors 'none'");
      if (door.letter) expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; .*sandbox/);
      else expect(policy).not.toContain("unsafe");
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  if (door.group) {
    test(`T18 T19 T23 T24 ${route} knows no hidden group from one that never was`, async () => {
      for (const persona of PERSONAS.filter((one) => !SEES_HIDDEN.includes(one))) {
        for (const headers of TRANSPORTS.slice(0, 2)) {
          const ask = (slug: string) => knock(pathOf(route, door, slug), persona, headers);
          expect(await difference(ask), persona).toBeNull();
          if (!headers.rsc) expect((await ask(world.hidden.slug)).status, persona).toBe(404);
        }
      }
      // The comparison can fail: whoever sees the hidden group is answered otherwise.
      if (door.opens.includes("owner") && !/\[(account|link)\]/.test(route)) {
        expect(await difference((slug) => knock(pathOf(route, door, slug), "owner"))).not.toBeNull();
      }
    });
  }
}

test("T22 T24 no page, list or answer holds the word of the hidden group for whom it is hidden", async () => {
  const canary = `zz${world.word}zz`;
  for (const persona of PERSONAS.filter((one) => !SEES_HIDDEN.includes(one))) {
    const paths = [
      "/groups",
      `/groups?q=${canary}`,
      `/groups?q=Hidden`,
      `/groups?type=${world.type}`,
      "/my-groups",
      "/requests",
      "/home",
      "/api/palette",
      `/api/palette?q=${canary}`,
      "/api/palette?q=Hidden",
      `/people/${world.accounts.bystander}`,
    ];
    for (const path of paths) {
      // Data comes one way only; pages come as the framework fetches them, too.
      for (const headers of path.startsWith("/api/") ? TRANSPORTS.slice(0, 1) : TRANSPORTS) {
        const { body } = await knock(path, persona, headers);
        // What was typed into the search is shown again; nothing else may bear the word.
        const rest = body
          .toLowerCase()
          .replaceAll(`q=${canary}`, "")
          .replaceAll(new RegExp(`["“>]${canary}["”<]`, "g"), "");
        expect(rest.includes(`hidden ${canary}`) || rest.includes(`hidden-${canary}`), `${persona} ${path}`).toBe(
          false,
        );
      }
    }
  }
});

interface Found {
  readonly status: number;
  readonly to: string | null;
  readonly body: string;
  readonly headers: Headers;
}

async function knock(path: string, persona: Persona, headers: Record<string, string> = {}): Promise<Found> {
  const cookie = world.cookies[persona];
  const ask = (to: string) =>
    fetch(new URL(to, address()), {
      redirect: "manual",
      headers: { ...headers, ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}) },
    });
  let response = await ask(path);
  // The framework's own fetches bear a key that it makes of their headers; whoever comes without is sent back for it.
  if (headers.rsc && response.headers.get("location")?.includes("_rsc")) {
    response = await ask(response.headers.get("location") ?? path);
    expect(response.headers.get("content-type") ?? "").toMatch(
      path.startsWith("/api/") ? /^application\/json/ : /^text\/(x-component|html)/,
    );
  }
  const location = response.headers.get("location");
  return {
    status: response.status,
    to: location ? new URL(location, address()).pathname : null,
    body: await response.text(),
    headers: response.headers,
  };
}

const TRIES = 12;

/**
 * What tells the hidden group from the absent one, or null. The framework sends the parts of one page in the order in which
 * they happen to be ready, so the same answer is given a few times the chance to come in the same order.
 */
async function difference(ask: (slug: string) => Promise<Found>): Promise<string | null> {
  let told: string | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    const [hidden, absent] = [await ask(world.hidden.slug), await ask(world.absent)];
    told = firstDifference(whole(hidden, world.hidden.slug), whole(absent, world.absent));
    if (told === null) return null;
  }
  return told;
}

function whole({ status, to, headers, body }: Found, slug: string): string {
  const parts = plain(body, slug).split("\\n").sort().join("\n");
  return [status, to, JSON.stringify(withoutChance(headers)), parts].join("\n");
}

function firstDifference(one: string, other: string): string | null {
  if (one === other) return null;
  const at = [...one].findIndex((letter, n) => letter !== other[n]);
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `hidden: …${around(one)}…\nabsent: …${around(other)}…`;
}

function pathOf(route: string, door: RouteDoor, slug: string): string {
  return door.path ? door.path(world, slug) : route === "/_not-found" ? "/nowhere" : route;
}

function wantedOf(door: RouteDoor, persona: Persona): string {
  const to = door.to?.[persona];
  if (to) return `to ${to}`;
  if (door.post) return "405";
  return door.opens.includes(persona) ? "200" : "404";
}

/** What is new in every answer is taken out: the address asked for, the nonce, ids of the request. */
function plain(body: string, slug: string): string {
  return body
    .replaceAll(slug, "SLUG")
    .replaceAll(idsIn(slug), "ID")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/\\?"nonce\\?":\\?"[^"\\]*\\?"/g, "")
    .replaceAll(/[A-Za-z0-9+/]{22}==/g, "NONCE")
    .replaceAll(/"[\w-]{21}([vm])"/g, '"REQUEST$1"');
}

function withoutChance(headers: Headers): Record<string, string> {
  const kept = [...headers].filter(([name]) => !["date", "content-security-policy", "x-request-id"].includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value.replaceAll(/nonce="[^"]*"/g, "")]));
}

/** The ids in the address that was asked for. */
function idsIn(slug: string): RegExp {
  return new RegExp(Object.values(world.posts[slug] ?? { post: NO_ID }).join("|"), "g");
}
