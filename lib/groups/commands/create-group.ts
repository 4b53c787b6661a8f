import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { fold } from "@/lib/fold";
import { command } from "@/lib/gate";
import type { AuditEvent, ExclusiveCommand, Outcome, Writing } from "@/lib/gate/command";
import { isSite } from "@/lib/gate/site";
import { answerCreate, type CreateAnswer } from "@/lib/policy/answers/groups";
import { mayConfer, mayCreate } from "@/lib/policy/ceilings";
import type { Viewer } from "@/lib/session/viewer";
import { isReserved } from "../reserved";
import type { CreateInput, Flags } from "../schema";
import { newSlug } from "../slug";

interface Creating {
  readonly input: CreateInput;
  readonly id: string;
  readonly slug: string;
  /** heard from the portal itself only: who stands as the creator of a group in a world that is built */
  readonly creatorId: string | null;
}

interface TypeDefaults extends Omit<Flags, "restricted"> {
  readonly creatorIsMember: boolean;
  readonly creatorRoles: readonly string[];
}

interface Facts {
  readonly type: TypeDefaults | null;
  readonly reserved: boolean;
}

/** A new group of a type. Its creator sets every flag but `restricted`; afterwards they have what their columns give. */
export const creating: ExclusiveCommand<Creating, Facts, CreateAnswer> = {
  way: "exclusive",
  verb: "group.create",
  proceeds: ["created"],

  facts: async (read, _viewer, { input }) => ({
    type: await findDefaults(read, input.type),
    reserved: await isReserved(read, input.name),
  }),

  answer(viewer, { type, reserved }, { input }) {
    const site = isSite(viewer);
    return answerCreate({
      mayCreate: type !== null && knowsRoles(viewer, input) && (site || mayCreate(viewer, input.type)),
      reservedName: reserved,
      setsRestricted: input.flags.restricted === true,
      owner: site || (viewer.account?.owner ?? false),
      exceeds: !site && input.confers.some((role) => !mayConfer(viewer, null, role)),
    });
  },

  exclusively: (viewer) => ({
    locks: { policy: "share" },
    raises: { accounts: viewer.account ? [viewer.account.id] : [] },
    changes: [],
  }),

  writing(viewer, { type }, what) {
    if (!type) throw new Error("a command proceeded without its facts");
    const flags: Flags = { ...type, restricted: false, ...what.input.flags };
    const joins = type.creatorIsMember && !isSite(viewer) && viewer.account !== null;
    return {
      parts: [groupRow(what, flags), ...listRows(what), ...(joins ? creatorRows(what, type) : [])],
      data: sql`(select jsonb_build_object('id', id, 'slug', slug) from made)`,
      events: eventsOf(viewer, what, flags, joins ? type : null),
    };
  },
};

const create = command<Creating, Facts, CreateAnswer, { id: string; slug: string }>(creating);

/** Creates a group; `data` holds its id and its address. */
export function createGroup(
  viewer: Viewer,
  input: CreateInput,
  creatorId: string | null = null,
): Promise<Outcome<CreateAnswer, { id: string; slug: string }>> {
  const creator = isSite(viewer) ? creatorId : (viewer.account?.id ?? null);
  return create(viewer, { input, id: crypto.randomUUID(), slug: newSlug(input.name), creatorId: creator });
}

async function findDefaults(read: Reader, type: string): Promise<TypeDefaults | null> {
  const [row] = await read.rows<TypeDefaults>(sql`
    select t.internal, t.hidden, t.open, t.public, t.published, t.creator_is_member as "creatorIsMember",
      array(select c.role from group_type_creator_role c where c.type = t.name order by 1) as "creatorRoles"
    from group_type t where t.name = ${type}`);
  return row ?? null;
}

function knowsRoles({ policy }: Viewer, { eligibleRoles, confers }: CreateInput): boolean {
  return [...eligibleRoles, ...confers].every((role) => role !== "anonymous" && policy.globalRoles.has(role));
}

type Part = Writing["parts"][number];

function groupRow({ id, slug, input, creatorId }: Creating, flags: Flags): Part {
  const searchKey = fold(`${input.name} ${input.description}`);
  return {
    name: "made",
    statement: sql`insert into groups (id, slug, type, name, name_key, description, search_key, picture, colour, internal,
        hidden, open, public, restricted, published, quiet_join_page, creator_id)
      select ${id}::uuid, ${slug}, ${input.type}, ${input.name}, ${fold(input.name)}, ${input.description}, ${searchKey},
        ${input.picture}, ${input.colour}, ${flags.internal}, ${flags.hidden}, ${flags.open}, ${flags.public},
        ${flags.restricted}, ${flags.published}, ${input.quietJoinPage}, ${creatorId}::uuid from guard
      returning id, slug`,
  };
}

const each = (values: readonly string[]): SQL => sql`unnest(${sql.param([...values])}::text[])`;

function listRows({ id, input }: Creating): Part[] {
  return [
    {
      name: "eligible",
      statement: sql`insert into group_eligible_role (group_id, role)
        select ${id}::uuid, role from guard, ${each(input.eligibleRoles)} role returning role`,
    },
    {
      name: "conferred",
      statement: sql`insert into group_conferred_role (group_id, role)
        select ${id}::uuid, role from guard, ${each(input.confers)} role returning role`,
    },
  ];
}

function creatorRows({ id, input, creatorId }: Creating, type: TypeDefaults): Part[] {
  return [
    {
      name: "joined",
      statement: sql`insert into membership (group_id, account_id, how)
        select ${id}::uuid, ${creatorId}::uuid, 'created' from guard returning account_id`,
    },
    {
      name: "given",
      statement: sql`insert into membership_role (group_id, account_id, type, role)
        select ${id}::uuid, ${creatorId}::uuid, ${input.type}, role from guard, ${each(type.creatorRoles)} role returning role`,
    },
  ];
}

/** The group's name is given with each line: the row is not there yet when the line is written. */
function eventsOf(viewer: Viewer, what: Creating, flags: Flags, creator: TypeDefaults | null) {
  const { id: groupId, input } = what;
  const at = { groupId, groupName: input.name };
  const { internal, hidden, open, public: isPublic, restricted, published } = flags;
  const after = { type: input.type, internal, hidden, open, public: isPublic, restricted, published };
  const lists = { eligibleRoles: input.eligibleRoles, confers: input.confers };
  const events: [AuditEvent, ...AuditEvent[]] = [
    { event: "group.created", ...at, type: input.type, after: { ...after, ...lists } },
  ];
  if (!creator) return events;
  const accountId = viewer.account?.id;
  events.push({
    event: "member.added",
    ...at,
    accountId,
    after: { roles: creator.creatorRoles },
    cause: "group.created",
  });
  for (const role of input.confers.filter((name) => !viewer.globalRoles.has(name))) {
    events.push({ event: "account.role-given", accountId, role, cause: "group.created" });
  }
  return events;
}
