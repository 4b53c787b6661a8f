// Promise: the only reader of the environment. What is missing or wrong is named in one sentence before anything starts.
// Importable everywhere, at the edge too.
import { z } from "zod";

/** The environment is not usable as it is; the message says which variable, what was wanted and what to do. */
export class EnvError extends Error {
  override name = "EnvError";
}

type Source = Record<string, string | undefined>;

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });
const wholeNumber = (lowest: number, highest: number) =>
  z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(lowest, `must be at least ${lowest}`)
    .max(highest, `must be at most ${highest}`);
/** Ports that browsers, and our own look at whether the portal answers, refuse to open. */
const UNOPENED = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);
const secret = z
  .string()
  .min(32, "must have at least 32 characters, such as “openssl rand -base64 32” prints")
  .refine((value) => new Set(value).size >= 10, "must be random, such as “openssl rand -base64 32” prints")
  .refine((value) => !/secret|change.?me|example|password|default/i.test(value), "is a sample value, not a secret");

const variables = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  POSTGRES_URL: postgresUrl.optional(),
  POSTGRES_WS_PROXY: z
    .string()
    .regex(/^[\w.-]+:\d+(\/\S*)?$/, "must be host:port/path")
    .optional(),
  AUTH_SECRET: secret.optional(),
  CRON_SECRET: secret.optional(),
  PORTAL_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  ALLOW_HTTP: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  PORT: wholeNumber(1, 65_535)
    .refine((port) => !UNOPENED.has(port), "is a port that browsers refuse to open; choose another, such as 3000")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  GUILDHALL_DATA: z.string().optional(),
  GUILDHALL_MODE: z.enum(["demo", "portal", "dev"], "must be demo, portal or dev").default("portal"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z.string().includes("@", "must hold an e-mail address").optional(),
  ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  ADMIN_PASSWORD_FILE: z.string().optional(),
  /** How many proxies of one's own stand before the portal: so many entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], "must be trace, debug, info, warn, error or silent")
    .default("info"),
  TEST_DATABASE_URL: postgresUrl.optional(),
  CHROMIUM_PATH: z.string().optional(),
});

type Variables = z.infer<typeof variables>;

/** What an operator may set, checked one by one. `PORTAL_URL` is the origin that people type, without a slash at its end. */
export type OperatorEnv = Variables & { PORTAL_URL: string; secureCookies: boolean };

/** What the running portal cannot do without is there. */
export type ServerEnv = OperatorEnv & { DATABASE_URL: string; AUTH_SECRET: string };

/** Pure twin of `operatorEnv`. Empty values count as unset. */
export function readOperatorEnv(source: Source): OperatorEnv {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== "");
  const read = variables.safeParse(Object.fromEntries(given));
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new EnvError(`${wrong.join("; ")}.`);
  }
  return withAddress(read.data);
}

/** Pure twin of `serverEnv`. */
export function readServerEnv(source: Source): ServerEnv {
  const env = readOperatorEnv(source);
  const { DATABASE_URL, AUTH_SECRET } = env;
  if (!DATABASE_URL) throw new EnvError("DATABASE_URL is missing: start the portal with “npm start”, or set it.");
  if (!AUTH_SECRET) throw new EnvError("AUTH_SECRET is missing: start the portal with “npm start”, or set it.");
  return { ...env, DATABASE_URL, AUTH_SECRET };
}

function withAddress(env: Variables): OperatorEnv {
  const address = new URL(env.PORTAL_URL ?? `http://localhost:${env.PORT}`);
  if (address.pathname !== "/" || address.search || address.hash || address.username) {
    throw new EnvError("PORTAL_URL must be scheme, host and port alone, such as https://guild.example.org.");
  }
  const secureCookies = address.protocol === "https:";
  if (!secureCookies && !isLoopback(address.hostname) && env.ALLOW_HTTP !== "1") {
    throw new EnvError("PORTAL_URL must begin with https://; for a trial without encryption set ALLOW_HTTP=1.");
  }
  return { ...env, PORTAL_URL: address.origin, secureCookies };
}

/** Names and numbers by which a machine reaches itself alone. */
export function isLoopback(host: string): boolean {
  return /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

/** Plain http on a network: allowed when asked for, said at every start. */
export function plainHttpWarning(env: OperatorEnv): string | undefined {
  if (env.secureCookies || isLoopback(new URL(env.PORTAL_URL).hostname)) return;
  return `${env.PORTAL_URL} is not encrypted: passwords and sessions can be read on the way. Use https for anything real.`;
}

/** Sign-in providers that the sign-in library would switch on by itself, such as AUTH_GITHUB_ID. */
export function providerVariables(source: Source = process.env): string[] {
  return Object.keys(source).filter((name) => /^AUTH_[A-Z0-9_]+_(ID|SECRET|ISSUER)$/.test(name) && source[name]);
}

let server: ServerEnv | undefined;

/** For the running portal; read once. Throws `EnvError`. */
export function serverEnv(): ServerEnv {
  server ??= readServerEnv(process.env);
  return server;
}

/** For launcher, tests and tools, which make what is missing. Throws `EnvError`. */
export function operatorEnv(): OperatorEnv {
  return readOperatorEnv(process.env);
}

/** The environment of a child: ours, with `extra` on top; `undefined` takes a name out. */
export function childEnv(extra: Source): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/** The same without anything that configures a portal, so that tests meet no database, mail server or port of anybody's. */
export function neutralEnv(extra: Source): NodeJS.ProcessEnv {
  const configuring = [...Object.keys(variables.shape), ...providerVariables(), "NODE_ENV"];
  return childEnv({ ...Object.fromEntries(configuring.map((name) => [name, undefined])), ...extra });
}
