// Promise: a setting changes by whoever may, with one line in the log for each, and nobody is raised by one.
import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import { answerSet, type SettingAnswer } from "@/lib/policy/answers/settings";
import { mayGiveGlobalRole } from "@/lib/policy/ceilings";
import { decideGlobal } from "@/lib/policy/decide";
import { ANONYMOUS, AUTHENTICATED } from "@/lib/policy/viewer";
import type { Settings, Viewer } from "@/lib/session/viewer";
import { reservedKey } from "./reserved-key";
import type { ChangeSettingsInput, ReleaseNameInput, ReserveNameInput } from "./schema";

type Stored = Settings & { readonly reservedNames: readonly string[] };

const KEYS = [
  "autoLeave",
  "notifyLeaders",
  "signUp",
  "signUpDomains",
  "newAccountRole",
  "defaultGroupType",
  "reservedNames",
] as const;

const answerFor = (viewer: Viewer): SettingAnswer =>
  answerSet({ mayAdminister: decideGlobal(actorOf(viewer), "setting.administer").allowed });

// What is decided by a setting is decided at one version of the policy, so that moves too.
const everything = { locks: { policy: "update" }, raises: { policy: true, settings: true }, changes: [] } as const;

export type ChangeSettingsAnswer = SettingAnswer | "no-such-role" | "no-such-type" | "exceeds-own";

const changing: ExclusiveCommand<ChangeSettingsInput, Stored, ChangeSettingsAnswer> = {
  way: "exclusive",
  verb: "setting.change",
  proceeds: ["changed"],

  facts: async (read, viewer) => ({ ...viewer.settings, reservedNames: await listReserved(read) }),

  answer(viewer, stored, { newAccountRole, defaultGroupType }) {
    const answer = answerFor(viewer);
    if (answer !== "changed") return answer;
    if (defaultGroupType && !viewer.policy.types.has(defaultGroupType)) return "no-such-type";
    if (!newAccountRole || newAccountRole === stored.newAccountRole) return answer;
    const custom = newAccountRole !== ANONYMOUS && newAccountRole !== AUTHENTICATED;
    if (!custom || !viewer.policy.globalRoles.has(newAccountRole)) return "no-such-role";
    // Every new account would be given the role: by whoever sets this.
    return mayGiveGlobalRole(actorOf(viewer), newAccountRole) ? answer : "exceeds-own";
  },

  exclusively: () => everything,

  writing(_viewer, stored, input) {
    const { reservedNames, ...rest } = input;
    const after: Stored = {
      ...stored,
      ...given(rest),
      reservedNames: reservedNames ? eachOnce(reservedNames) : stored.reservedNames,
    };
    const [first, ...others] = changesBetween(stored, after);
    if (!first) return null;
    const names = after.reservedNames.map((name) => ({ key: reservedKey(name), name }));
    return {
      parts: [
        {
          name: "changed",
          statement: sql`update setting set auto_leave = ${after.autoLeave}, notify_leaders = ${after.notifyLeaders},
              sign_up = ${after.signUp}, sign_up_domains = ${sql.param([...after.signUpDomains])}::text[],
              new_account_role = ${after.newAccountRole}, default_group_type = ${after.defaultGroupType} from guard`,
        },
        {
          name: "released",
          statement: sql`delete from reserved_name r using guard
            where r.name_key <> all(${sql.param(names.map(({ key }) => key))}::text[])`,
        },
        {
          name: "reserved",
          statement: sql`insert into reserved_name (name_key, name) select n.key, n.name from guard,
              jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n(key text, name text)
            on conflict (name_key) do update set name = excluded.name`,
        },
      ],
      events: [first, ...others],
    };
  },
};

async function listReserved(read: Reader): Promise<string[]> {
  const rows = await read.rows<{ name: string }>(sql`select name from reserved_name`);
  return eachOnce(rows.map((row) => row.name));
}

/** Without what was left out. */
function given<Values extends object>(values: Values): Partial<Settings> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Each name once, and in order, by what it is compared by. */
function eachOnce(names: readonly string[]): string[] {
  const byKey = new Map(names.map((name) => [reservedKey(name), name]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name);
}

function changesBetween(before: Stored, after: Stored): AuditEvent[] {
  return KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map((key) => ({
    event: "setting.changed",
    before: { [key]: before[key] },
    after: { [key]: after[key] },
  }));
}

/** Any of the settings, and the list of reserved names as a whole. */
export const changeSettings = command(changing);

interface Reserved {
  readonly name: string;
  readonly reason: string;
}

async function findReserved(read: Reader, _viewer: Viewer, { name }: { readonly name: string }) {
  const [row] = await read.rows<Reserved>(
    sql`select name, reason from reserved_name where name_key = ${reservedKey(name)}`,
  );
  return row ?? null;
}

/** Keeps a name from being given to a group. Groups that bear it already keep it. Said without a reason once more, it keeps the one it has. */
export const reserveName = command<ReserveNameInput, Reserved | null, SettingAnswer>({
  way: "exclusive",
  verb: "setting.reserve-name",
  proceeds: ["changed"],
  facts: findReserved,
  answer: answerFor,
  exclusively: () => everything,

  writing(_viewer, stored, { name, reason: given }) {
    const reason = given || (stored?.reason ?? "");
    if (stored?.name === name && stored.reason === reason) return null;
    return {
      parts: [
        {
          name: "reserved",
          statement: sql`insert into reserved_name (name_key, name, reason)
            select ${reservedKey(name)}, ${name}, ${reason} from guard
            on conflict (name_key) do update set name = excluded.name, reason = excluded.reason`,
        },
      ],
      events: [
        { event: "setting.changed", before: { reservedName: stored }, after: { reservedName: { name, reason } } },
      ],
    };
  },
});

export const releaseName = command<ReleaseNameInput, Reserved | null, SettingAnswer>({
  way: "exclusive",
  verb: "setting.release-name",
  proceeds: ["changed"],
  facts: findReserved,
  answer: answerFor,
  exclusively: () => everything,

  writing(_viewer, stored, { name }) {
    if (!stored) return null;
    return {
      parts: [
        {
          name: "released",
          statement: sql`delete from reserved_name r using guard where r.name_key = ${reservedKey(name)}`,
        },
      ],
      events: [{ event: "setting.changed", before: { reservedName: stored }, after: { reservedName: null } }],
    };
  },
});
