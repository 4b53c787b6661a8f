/** The laws of the house, checked: which room may know which, what stands where, and what nobody does. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const CODE = ["app", "lib", "db", "bin", "e2e"];

interface Source {
  readonly path: string;
  readonly text: string;
  /** what it imports: paths of the house from the root, packages by name */
  readonly imports: readonly string[];
}

const sources = [...CODE.flatMap(walk), "proxy.ts", "next.config.ts"]
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map(read);
const production = sources.filter(
  ({ path }) => !/\.(test|spec|test-kit)\.tsx?$/.test(path) && !path.includes("/testing/") && !path.includes("/proof/"),
);

function walk(folder: string): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(join(ROOT, folder));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(ROOT, path)).isDirectory() ? walk(path) : [path];
  });
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  return { path, text, imports: importsOf(path, text) };
}

function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
  return found.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    if (name.startsWith(".")) return relative(ROOT, resolve(ROOT, dirname(path), name));
    return name;
  });
}

type Room =
  | "app"
  | "policy"
  | "consequences"
  | "gate"
  | "session"
  | "action"
  | "ground"
  | "noun"
  | "db"
  | "bin"
  | "e2e"
  | "proxy";

/** The room that a file lives in. Whatever no room is named for is a noun of lib, if it lies in a folder. */
function roomOf(path: string): Room | null {
  if (path.startsWith("app/")) return "app";
  if (path.startsWith("db/")) return "db";
  if (path.startsWith("bin/")) return "bin";
  if (path.startsWith("e2e/")) return "e2e";
  if (/^(proxy|next\.config)/.test(path)) return "proxy";
  if (path.startsWith("lib/policy/")) return "policy";
  if (path.startsWith("lib/consequences/")) return "consequences";
  if (/^lib\/gate(\/|\.ts$|$)/.test(path)) return "gate";
  if (path.startsWith("lib/session/")) return "session";
  if (/^lib\/action(\/|\.ts$|$)/.test(path)) return "action";
  if (/^lib\/[a-z-]+(\.ts)?$/.test(path)) return "ground";
  return path.startsWith("lib/") ? "noun" : null;
}

/** Arrows that exist; whatever is not listed is denied. */
const ARROWS: Record<Room, readonly Room[]> = {
  policy: ["policy"],
  db: ["db", "ground"],
  ground: ["ground", "db", "policy", "session"],
  session: ["session", "ground", "policy", "db", "gate"],
  consequences: ["consequences", "ground", "policy", "db", "session", "gate"],
  gate: ["gate", "consequences", "ground", "policy", "db", "session"],
  action: ["action", "ground", "gate", "policy", "session"],
  noun: ["noun", "action", "gate", "consequences", "ground", "policy", "db", "session"],
  app: ["app", "noun", "action", "ground", "session", "gate", "policy"],
  bin: ["bin", "noun", "ground", "session", "db", "policy"],
  e2e: ["e2e", "noun", "ground", "session", "db", "policy", "bin"],
  proxy: ["ground"],
};

const say = (offenders: readonly string[]) => expect(offenders, offenders.join("\n")).toEqual([]);

describe("rooms", () => {
  it("knows the room of every file", () => {
    say(sources.filter(({ path }) => roomOf(path) === null).map(({ path }) => path));
  });

  it("lets no arrow point back", () => {
    say(
      production.flatMap(({ path, imports }) => {
        const room = roomOf(path) ?? "proxy";
        return imports
          .map((target) => ({ target, to: roomOf(target) }))
          .filter(({ to }) => to !== null && !ARROWS[room].includes(to))
          .map(({ target, to }) => `${path} (${room}) imports ${target} (${to})`);
      }),
    );
  });

  it("finds an arrow that points back", () => {
    expect(ARROWS.policy).not.toContain("db");
    expect(importsOf("lib/policy/x.ts", 'import { y } from "@/db/client";')).toEqual(["db/client"]);
    expect(importsOf("lib/policy/x.ts", 'const y = await import("../gate");')).toEqual(["lib/gate"]);
    expect(roomOf("db/client")).toBe("db");
  });

  it("keeps the policy pure: it imports nothing but itself", () => {
    say(
      production
        .filter(({ path }) => roomOf(path) === "policy")
        .flatMap(({ path, imports }) =>
          imports.filter((i) => roomOf(i) !== "policy").map((i) => `${path} imports ${i}`),
        ),
    );
  });

  it("keeps the database's driver and its ORM behind lib", () => {
    const drivers = /^(drizzle-orm|pg|@vercel\/postgres|db)(\/|$)/;
    say(
      production
        .filter(({ path }) => roomOf(path) === "app" || roomOf(path) === "proxy")
        .flatMap(({ path, imports }) => imports.filter((i) => drivers.test(i)).map((i) => `${path} imports ${i}`)),
    );
  });

  it("keeps the framework out of what runs without it", () => {
    const allowed = [
      "lib/action.ts",
      "lib/action/not-found.ts",
      "lib/session/auth.ts",
      "lib/session/current.ts",
      "lib/session/decode.ts",
      "lib/session/cookies.ts",
    ];
    say(
      production
        .filter(({ path }) => /^(lib|db)\//.test(path) && !allowed.includes(path))
        .flatMap(({ path, imports }) =>
          imports.filter((i) => /^(next|next-auth|server-only|react)(\/|$)/.test(i)).map((i) => `${path} imports ${i}`),
        ),
    );
  });

  it("lets nouns read one another and never write through one another", () => {
    say(
      production
        .filter(({ path }) => roomOf(path) === "noun")
        .flatMap(({ path, imports }) => {
          const noun = path.split("/")[1];
          // The demo and the scenarios build worlds, and what falls due belongs to several nouns.
          if (["demo", "scenario", "due"].includes(noun ?? "")) return [];
          return imports
            .filter((i) => /^lib\/[a-z-]+\/(commands|actions)/.test(i) && i.split("/")[1] !== noun)
            .map((i) => `${path} imports ${i}`);
        }),
    );
  });

  it("hands client components plain values: no query, no command, no policy table", () => {
    const allowed =
      /^(app\/|lib\/[a-z-]+\/(schema|actions|sentence)|lib\/action\/result|lib\/(text|fold|name-of-label)$)/;
    say(
      production
        .filter(({ text }) => /^["']use client["'];?/m.test(text))
        .flatMap(({ path, text, imports }) =>
          imports
            .filter((i) => roomOf(i) !== null && !allowed.test(i))
            .filter((i) => !onlyTypes(text, i))
            .map((i) => `${path} imports ${i}`),
        ),
    );
  });
});

function onlyTypes(text: string, target: string): boolean {
  const last = target.split("/").at(-1) ?? "";
  return new RegExp(`import type [^;]*${last.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}["']`).test(text);
}

describe("one way to each thing", () => {
  it("lets the gate alone reach the writing pool", () => {
    const allowed =
      /^(lib\/gate|lib\/consequences|lib\/session\/(session|rate|auth)|lib\/outbox\/|lib\/jobs\/|lib\/due\/|lib\/audit\/seal|lib\/join-links\/openings|lib\/notices\/(mark-read|choose-mail)|lib\/people\/(setup|proof)|lib\/demo\/|lib\/portal|db\/|bin\/|e2e\/)/;
    say(
      production
        .filter(({ path, text }) => !allowed.test(path) && /store\.(writer|transaction)\b/.test(text))
        .map(({ path }) => path),
    );
  });

  // Tries and sessions are written without the gate, which is what keeps somebody who looks as somebody else from writing.
  it("T50 asks whoever writes round the gate whether they look as somebody else", () => {
    const round = /\b(mayTry|beginSession|countOpening)\(|store\.writer\b/;
    const exempt =
      /^(lib\/gate|lib\/consequences|lib\/session\/|lib\/outbox\/|lib\/jobs\/work|lib\/join-links\/openings|db\/|bin\/|e2e\/)/;
    say(
      production
        .filter(({ path, text }) => !exempt.test(path) && round.test(withoutComments(text)))
        .filter(({ text }) => !/refuseWhileViewing\(viewer\)|!viewer\.behind\b/.test(text))
        .map(({ path }) => path),
    );
  });

  it("T50 lets few look behind somebody who is looked as, and only one act from there", () => {
    const known =
      /^(lib\/session\/|lib\/groups\/(facts|visible|scans)\.ts|lib\/view-as\/(commands|queries\/find-viewing)\.ts|lib\/requests\/queries\.ts|app\/_parts\/viewing-as|app\/join\/\[token\]\/opened|e2e\/guards\/guards)/;
    say(
      production
        .filter(({ path, text }) => !known.test(path) && /\.behind\b|\bbehind \}/.test(withoutComments(text)))
        .map(({ path }) => path),
    );
  });

  it("wraps every export of a file of actions", () => {
    const actions = production.filter(({ text }) => /^["']use server["'];?/m.test(text));
    say(
      actions.flatMap(({ path, text }) =>
        [...text.matchAll(/^export (.*)$/gm)]
          .map((match) => match[1] ?? "")
          .filter((line) => !/^const \w+Action = (action|formAction)[(<]/.test(line))
          .map((line) => `${path}: export ${line}`),
      ),
    );
  });

  it("T54 puts text into a statement in three places only, and there none that anybody typed", () => {
    const known = new Set([
      // Names of tables and columns that the lines around them make of nothing but a number or a constant.
      `lib/gate/statement.ts: sql.raw(\`a\${n}\`)`,
      `lib/gate/statement.ts: sql.raw(\`g\${n}\`)`,
      "lib/permission-file/commands/parts.ts: sql.raw(columns)",
    ]);
    const raw = (path: string, text: string) =>
      [...withoutComments(text).matchAll(/\bsql\s*\.\s*raw\([^)]*\)|\braw\s*}?\s*[:=]\s*sql\b|\["raw"\]/g)].map(
        ([found]) => `${path}: ${found}`,
      );
    const found = production
      .filter(({ path }) => /^(lib|db|app)\//.test(path))
      .flatMap(({ path, text }) => raw(path, text));
    say(found.filter((one) => !known.has(one)));
    expect(new Set(found)).toEqual(known);
    expect(raw("x.ts", "sql.raw(typed)")).toEqual(["x.ts: sql.raw(typed)"]);
    // The third is told columns by its own file, in words that stand there.
    const file = sources.find(({ path }) => path === "lib/permission-file/commands/parts.ts")?.text ?? "";
    const told = [...file.matchAll(/\$\{rows\(/g)].map(({ index }) =>
      lastArgument(file.slice(index + "${rows(".length)),
    );
    expect(told.length).toBeGreaterThan(10);
    const plainText = /^(?:'[^']*'|"[^"]*"|`[^`$]*`)$/;
    const meant = (name: string) => new RegExp(`const ${name} =\\s*('[^']*'|"[^"]*"|\`[^\`]*\`)`).exec(file)?.[1] ?? "";
    say(told.filter((one) => !plainText.test(one) && !plainText.test(meant(one))));
  });

  it("asks one clock", () => {
    const allowed = /^(lib\/moment|lib\/session\/auth|app\/_ui\/|bin\/|e2e\/|db\/schema\/columns)/;
    const clocks = /\bDate\.now\(|\bnew Date\(\)|(?<!portal_)\bnow\(\)|\bcurrent_timestamp\b|\bclock_timestamp\b/i;
    say(
      production
        .filter(({ path }) => /^(lib|db|app)\//.test(path) && !allowed.test(path))
        .flatMap(({ path, text }) => (clocks.test(withoutComments(text)) ? [path] : [])),
    );
  });

  it("reads the environment in one place", () => {
    const allowed = /^(lib\/env\.ts|bin\/|next\.config\.ts|e2e\/)/;
    say(
      production
        .filter(({ path }) => !allowed.test(path))
        .filter(({ text }) => /process\.env\b/.test(withoutComments(text).replaceAll("process.env.NEXT_RUNTIME", "")))
        .map(({ path }) => path),
    );
  });

  it("shows nothing from the environment to browsers", () => {
    say(production.filter(({ text }) => withoutComments(text).includes("NEXT_PUBLIC_")).map(({ path }) => path));
  });

  it("T62 keeps permission and database out of the proxy", () => {
    const proxy = sources.find(({ path }) => path === "proxy.ts");
    expect(proxy).toBeDefined();
    say((proxy?.imports ?? []).filter((i) => /policy|session|db\/|gate/.test(i)));
  });

  it("caches nothing that depends on who asks", () => {
    say(
      production
        .filter(({ text }) =>
          /["']use cache|unstable_cache|cacheComponents: true|export const revalidate|force-static/.test(text),
        )
        .map(({ path }) => path),
    );
  });

  it("writes no markup by hand", () => {
    say(
      production
        .filter(({ text }) => withoutComments(text).includes("dangerouslySetInnerHTML"))
        .map(({ path }) => path),
    );
  });
});

/** The last argument of a call, of which what follows its opening bracket is given. */
function lastArgument(rest: string): string {
  let [depth, from] = [0, 0];
  for (const [at, sign] of [...rest].entries()) {
    if (sign === ")" && depth === 0) return rest.slice(from, at).replace(/,\s*$/, "").trim();
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
    if (sign === "," && depth === 0 && rest.slice(at + 1).trimStart()[0] !== ")" && !insideText(rest.slice(from, at)))
      from = at + 1;
  }
  return "";
}

const insideText = (text: string) =>
  ["'", '"', "`"].some((mark) => text.trim().startsWith(mark) && !text.trim().endsWith(mark));

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

describe("names", () => {
  it("has no drawers", () => {
    // People know this address by heart; it is a page about types, not a drawer of them.
    const known = "app/(portal)/admin/group/types/";
    say(
      sources
        .filter(({ path }) =>
          /(^|\/)(utils?|helpers?|hooks|types|services|common)(\/|\.tsx?$)/.test(path.replace(known, "")),
        )
        .map(({ path }) => path),
    );
  });

  it("writes file names in kebab-case", () => {
    const segment = /^(_?[a-z0-9-]+|\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\))$/;
    say(
      sources
        .map(({ path }) => path)
        .filter((path) => {
          const parts = path.split("/");
          const file = parts.pop() ?? "";
          return (
            !parts.every((part) => segment.test(part)) || !/^[a-z0-9-]+(\.[a-z-]+)*\.(ts|tsx|mjs|d\.mts)$/.test(file)
          );
        }),
    );
  });

  it("has no barrel but the schema's", () => {
    say(sources.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path) && path !== "db/schema/index.ts"));
  });

  it("names reads and writes for what they do", () => {
    say(
      production
        .filter(({ path }) => /^lib\/[a-z-]+\/(commands|queries)/.test(path))
        .flatMap(({ path, text }) =>
          [
            ...text.matchAll(/^export (?:async )?(?:function|const) ((?:update|get|fetch|handle|process)[A-Z]\w*)/gm),
          ].map((match) => `${path}: ${match[1]}`),
        ),
    );
  });
});
