/** Races of people who come in: against one another, and against whatever takes the right to. */
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { configureGroup as configureShape } from "@/lib/groups/schema";
import {
  ann,
  bob,
  group,
  isLogged,
  note,
  numbers,
  OPEN,
  reason,
  STALE,
  STATEMENT,
  slug,
  unless,
  VERSIONS,
} from "./ground";
import type { Race, Round } from "./race";

/** Tokens as the peopled world makes them cannot be known, so these links are given ones. */
const tokenOf = (n: number): string => `ghj_${createHash("sha256").update(`way ${n}`).digest("base64url")}`;
async function giveToken({ world, n }: Round): Promise<string> {
  const token = tokenOf(n);
  const hash = createHash("sha256").update(token).digest("hex");
  await world.rows(sql`update join_link set token_hash = ${hash}, max_uses = 1 where id = ${world.id(`l${n}`)}::uuid`);
  return token;
}

const lastUse: Race = {
  name: "the last use of a link",
  shared: OPEN,
  draft: (n) => ({
    accounts: { [ann(n)]: { roles: ["member"] }, [bob(n)]: { roles: ["member"] } },
    groups: { [group(n)]: { open: true, hidden: true } },
    links: { [`l${n}`]: { group: group(n), by: "root" } },
  }),
  async sides(round) {
    const token = await giveToken(round);
    const viewers = [await round.as(ann(round.n), 0), await round.as(bob(round.n), 1)];
    return viewers.map((viewer) => () => round.verbs.joinGroup(viewer, { token, note }));
  },
  async wrong(round, answers) {
    const found = await numbers(round);
    const won = answers.filter((answer) => answer === "joined").length;
    return [...unless(found.members === 1 && won === 1, `${found.members} came in by one use`), ...isLogged(found)];
  },
  words: ["joined", "used-up", "busy"],
  twin: {
    takenOut: "the number of uses that the join asks again",
    edits: [{ file: "lib/members/commands/join-group.ts", cut: " and (k.max_uses is null or k.uses < k.max_uses)" }],
    sql: ["alter table join_link drop constraint join_link_uses_in_limit"],
    kept: "all",
  },
};

const twice: Race = {
  name: "joining twice",
  shared: OPEN,
  draft: (n) => ({ accounts: { [ann(n)]: { roles: ["member"] } }, groups: { [group(n)]: { open: true } } }),
  async sides({ n, as, verbs }) {
    const viewers = [await as(ann(n), 0), await as(ann(n), 1)];
    return viewers.map((viewer) => () => verbs.joinGroup(viewer, { group: slug(group(n)), note }));
  },
  async wrong(round) {
    const found = await numbers(round);
    return [...unless(found.members === 1, `${found.members} memberships`), ...isLogged(found)];
  },
  words: ["joined", "already-member", "busy"],
  twin: {
    takenOut: "the question whether a membership was written",
    edits: [
      { file: "lib/members/commands/join-group.ts", cut: "sql`exists (select 1 from joined)`", instead: "sql`true`" },
    ],
    kept: "all",
  },
};

const askingTwice: Race = {
  name: "asking twice",
  shared: OPEN,
  draft: (n) => ({ accounts: { [ann(n)]: { roles: ["member"] } }, groups: { [group(n)]: {} } }),
  sides: twice.sides,
  async wrong(round) {
    const { pending } = await numbers(round);
    return unless(pending === 1, `${pending} requests are pending`);
  },
  words: ["requested", "already-pending", "busy"],
  twin: { takenOut: "the index of one pending request", sql: ["drop index request_pending_once"], kept: "all" },
};

/** Somebody joins, or asks, while the ground for it goes. */
function against(
  name: string,
  how: Omit<Partial<Race>, "twin"> & {
    taking: (round: Round) => Promise<() => Promise<{ answer: string }>>;
    open?: boolean;
    words?: readonly string[];
    wrongIf?: Race["wrong"];
  },
): Race {
  const { taking, open = true, words = [] } = how;
  return {
    name,
    shared: OPEN,
    draft: (n) => ({ accounts: { [ann(n)]: { roles: ["member"] } }, groups: { [group(n)]: { open } } }),
    async sides(round) {
      const viewer = await round.as(ann(round.n), 0);
      const joining = () => round.verbs.joinGroup(viewer, { group: slug(group(round.n)), note });
      return [joining, await taking(round)];
    },
    async wrong(round, answers) {
      const found = await numbers(round);
      const inside = unless(
        found.members + found.pending === 0,
        "somebody is inside, or waits, without the ground for it",
      );
      return [...(await (how.wrongIf?.(round, answers) ?? inside)), ...isLogged(found)];
    },
    words: [
      "joined",
      "requested",
      "changed",
      "deleted",
      "busy",
      "not-found",
      "sign-in",
      "needs-request-permission",
      ...words,
    ],
    twin: { takenOut: VERSIONS, edits: STALE, kept: "group.join" },
  };
}

const root = (round: Round) => round.as("root", 1);

const revoked: Race = {
  ...against("the permission being revoked against joining", {
    taking: async (round) => {
      const viewer = await root(round);
      const role = `r${round.n}`;
      return () => round.verbs.revokeGlobal(viewer, { role, permission: "group.request", reason });
    },
  }),
  draft: (n) => ({
    roles: { [`r${n}`]: ["group.request"] },
    accounts: { [ann(n)]: { roles: [`r${n}`] } },
    groups: { [group(n)]: { open: true } },
  }),
};

const taken = against("a global role being taken against joining", {
  taking: async (round) => {
    const viewer = await root(round);
    return () =>
      round.verbs.unassignGlobalRole(viewer, { account: round.world.id(ann(round.n)), role: "member", reason });
  },
});

const deactivated = against("deactivation against joining", {
  taking: async (round) => {
    const viewer = await root(round);
    return () => round.verbs.deactivateAccount(viewer, { account: round.world.id(ann(round.n)), reason });
  },
});

const deactivatedAsking: Race = {
  ...against("deactivation against asking", {
    open: false,
    taking: async (round) => {
      const viewer = await root(round);
      return () => round.verbs.deactivateAccount(viewer, { account: round.world.id(ann(round.n)), reason });
    },
  }),
};

const internal = against("becoming internal against asking", {
  open: false,
  taking: async (round) => {
    const viewer = await root(round);
    const input = configureShape.parse({ group: slug(group(round.n)), flags: { internal: true } });
    return () => round.verbs.configureGroup(viewer, input);
  },
});

const groupDeleted: Race = {
  ...against("deletion of the group against joining", {
    taking: async (round) => {
      const viewer = await root(round);
      return () => round.verbs.deleteGroup(viewer, { group: slug(group(round.n)) });
    },
  }),
  twin: {
    takenOut: "the group's row that the write locks",
    edits: [{ file: STATEMENT, cut: "Object.keys(versions.groups ?? {})", instead: "Object.keys({})" }],
    kept: "group.join",
  },
};

const accountDeleted: Race = {
  ...against("deletion of the account against joining", {
    taking: async (round) => {
      const viewer = await root(round);
      return () => round.verbs.deleteAccount(viewer, { account: round.world.id(ann(round.n)), reason });
    },
  }),
  twin: {
    takenOut: "the account's row that the write locks",
    edits: [{ file: STATEMENT, cut: "  if (viewer.account) accounts[viewer.account.id] = viewer.accountVersion;\n" }],
    kept: "group.join",
  },
};

export const ENTERING: readonly Race[] = [
  ...[lastUse, twice, askingTwice, revoked, taken, deactivated, deactivatedAsking, internal],
  ...[groupDeleted, accountDeleted],
];
