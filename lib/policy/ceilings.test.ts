import { describe, expect, it } from "vitest";
import type { GlobalPermission, GroupPermission } from "./catalogue";
import {
  holdsThere,
  isAdministrator,
  isLastOwner,
  losesLastAdministrator,
  mayAddSelf,
  mayAppointLeader,
  mayChangeRoles,
  mayConfer,
  mayCreate,
  mayDismiss,
  mayGiveGlobalRole,
  mayGiveRoles,
  mayGrantCell,
  mayGrantGlobal,
  mayRemove,
  mayTakeGlobal,
  type Seat,
  setsNobodyAbove,
  standsAbove,
  standsAboveInPortal,
} from "./ceilings";
import type { GroupFacts, PolicyViewer, Standing } from "./facts";
import type { World } from "./proof/oracle.test-kit";
import { asking, NOTHING } from "./proof/worlds.test-kit";

const TABLE: World["roles"] = {
  anonymous: [],
  outsider: ["group.view"],
  member: ["group.view"],
  leader: ["member.remove", "group.configure"],
  custom: {
    remover: ["member.remove"],
    officer: ["member.administer"],
    assigner: ["member.assign-roles", "member.remove"],
    admin: ["group.administer"],
    leaver: ["member.leave", "member.join"],
  },
};
const HIGH_IN_PORTAL = [
  "group.bypass",
  "group.manage",
  "type.administer",
  "people.administer",
  "permission.administer",
  "audit.view",
  "explain.view",
  "setting.administer",
] as const;
const EXEMPT = [
  "directory.view",
  "profile.view",
  "group.request",
  "group.create:squad",
  "group.overview",
] as const satisfies GlobalPermission[];

interface Person extends Partial<Standing> {
  readonly id?: string;
  readonly owner?: boolean;
  readonly active?: boolean;
  readonly rights?: readonly string[];
  readonly globalRoles?: readonly string[];
  readonly group?: Partial<GroupFacts>;
  readonly table?: Partial<World["roles"]>;
}

let nobody = 0;

/** Somebody in the group; each of them another account. */
function seat({
  id,
  owner = false,
  active = true,
  rights = [],
  globalRoles = [],
  group,
  table,
  ...standing
}: Person): Seat {
  nobody += 1;
  const { viewer, situation } = asking({
    ...NOTHING,
    roles: { ...TABLE, ...table },
    globalRoles: { anonymous: [], authenticated: rights },
    who: { account: active ? "active" : "inactive", owner, roles: globalRoles, created: false },
    standing: { ...NOTHING.standing, ...standing },
  });
  const account = { id: id ?? `account ${nobody}`, active, owner };
  return {
    viewer: { ...viewer, account },
    situation: { ...situation, group: { ...situation.group, ...group } },
  };
}

const member = (...roles: string[]): Seat => seat({ member: true, roles });
const owner = (): Seat => seat({ owner: true });
const bypasser = (): Seat => seat({ rights: ["group.bypass"] });

describe("holding a permission in a group", () => {
  it("goes by the decision", () => {
    expect(holdsThere(member("officer"), "member.add")).toBe(true);
    expect(holdsThere(member("remover"), "member.add")).toBe(false);
    expect(holdsThere(seat({ rights: ["group.manage"] }), "member.remove")).toBe(true);
    expect(holdsThere(seat({ rights: ["group.manage"], group: { internal: true } }), "member.remove")).toBe(false);
  });

  it("goes by administering the group where one's own audience cannot hold it", () => {
    expect(holdsThere(seat({ table: { outsider: ["group.administer"] } }), "member.leave")).toBe(true);
    expect(holdsThere(member("admin"), "member.join")).toBe(true);
    expect(holdsThere(bypasser(), "member.leave")).toBe(true);
    expect(holdsThere(owner(), "member.leave")).toBe(true);
    expect(holdsThere(seat({}), "member.leave")).toBe(false);
    expect(holdsThere(member("officer"), "member.join")).toBe(false);
    expect(holdsThere(seat({ owner: true, active: false }), "member.leave")).toBe(false);
  });
});

describe("standing above somebody in a group", () => {
  it("is holding what is high and the other does not hold", () => {
    expect(standsAbove(member("officer"), member("remover"))).toBe(true);
    expect(standsAbove(member("admin"), member("officer"))).toBe(true);
    expect(standsAbove(member("remover"), member())).toBe(false);
    expect(standsAbove(member("officer"), member("admin"))).toBe(false);
    expect(standsAbove(member("officer"), member("officer"))).toBe(false);
    expect(standsAbove(member("assigner"), member("officer"))).toBe(false);
    expect(standsAbove(member("officer"), member("assigner"))).toBe(true);
  });

  it("counts what leading gives, and what a site-wide right gives", () => {
    expect(standsAbove(seat({ leads: true }), member("remover"))).toBe(true);
    expect(standsAbove(bypasser(), member("officer"))).toBe(true);
    expect(standsAbove(seat({ rights: ["group.manage"] }), member())).toBe(false);
  });

  it("is nobody's over a site owner, nor an inactive account's over anybody", () => {
    expect(standsAbove(member("admin"), owner())).toBe(false);
    expect(standsAbove(owner(), owner())).toBe(false);
    expect(standsAbove(owner(), member("officer"))).toBe(true);
    expect(standsAbove(seat({ member: true, roles: ["admin"], active: false }), member("remover"))).toBe(false);
  });

  it("forbids to remove, and to dismiss a leader group for its highest member", () => {
    expect(mayRemove(member("remover"), member())).toBe(true);
    expect(mayRemove(member("remover"), member("admin"))).toBe(false);
    expect(mayDismiss(member("officer"), [member(), member("officer")])).toBe(true);
    expect(mayDismiss(member("officer"), [member(), member("admin")])).toBe(false);
    expect(mayDismiss(member("officer"), [])).toBe(true);
  });
});

describe("T10: giving group roles", () => {
  it("needs whatever they hold", () => {
    expect(mayGiveRoles(member("officer"), ["remover"])).toBe(true);
    expect(mayGiveRoles(member("officer"), ["assigner"])).toBe(true);
    expect(mayGiveRoles(member("assigner"), ["officer"])).toBe(false);
    expect(mayGiveRoles(member("assigner"), ["remover", "admin"])).toBe(false);
    expect(mayGiveRoles(member(), [])).toBe(true);
    expect(mayGiveRoles(owner(), ["admin"])).toBe(true);
    expect(mayGiveRoles(bypasser(), ["admin"])).toBe(true);
  });

  it("minds no impossible cell, and no column that is not a role to be given", () => {
    const leaver = member("leaver");
    expect(mayGiveRoles(leaver, ["leaver"])).toBe(true);
    expect(mayGiveRoles(member(), ["leaver"])).toBe(false);
    expect(mayGiveRoles(member(), ["leader"])).toBe(true);
  });

  it("that are above one's own is possible from outside to whoever administers the group", () => {
    expect(mayGiveRoles(seat({ table: { outsider: ["group.administer"] } }), ["leaver", "admin"])).toBe(true);
    expect(mayGiveRoles(seat({ table: { outsider: ["member.assign-roles"] } }), ["leaver"])).toBe(false);
  });
});

describe("T09: changing group roles", () => {
  it("asks only for what is given, and whether somebody above loses or gains", () => {
    expect(mayChangeRoles(member("officer"), member("remover"), [])).toBe(true);
    expect(mayChangeRoles(member("officer"), member(), ["remover"])).toBe(true);
    expect(mayChangeRoles(member("officer"), member(), ["admin"])).toBe(false);
    expect(mayChangeRoles(member("officer"), member("admin"), [])).toBe(false);
    expect(mayChangeRoles(member("officer"), member("admin"), ["admin", "remover"])).toBe(false);
    expect(
      mayChangeRoles(member("assigner"), seat({ member: true, roles: ["officer"], active: false }), [
        "officer",
        "remover",
      ]),
    ).toBe(true);
  });

  it("that changes nothing is free", () => {
    expect(mayChangeRoles(member(), member("admin"), ["admin"])).toBe(true);
    expect(mayChangeRoles(member(), member("admin"), ["admin", "remover"])).toBe(false);
    expect(mayChangeRoles(member(), member("admin", "remover"), ["admin"])).toBe(false);
  });

  it("T09: never raises one's own, not even by cells that one holds one by one", () => {
    // Managing all groups shows the page of an unpublished group; a role that does so opens its posts as well.
    const table = { member: ["post.view"], custom: { reader: ["group.view-unpublished"] } };
    const manager = (id: string) =>
      seat({ id, member: true, rights: ["group.manage"], table, group: { published: false } });
    const self = manager("self");
    expect(mayGiveRoles(self, ["reader"])).toBe(true);
    expect(mayChangeRoles(self, self, ["reader"])).toBe(false);
    expect(mayChangeRoles(self, manager("another"), ["reader"])).toBe(true);
    const lowering = member("officer", "remover");
    expect(mayChangeRoles(lowering, lowering, ["officer"])).toBe(true);
    expect(mayChangeRoles(lowering, lowering, ["admin"])).toBe(false);
  });
});

describe("adding oneself", () => {
  it("is for whoever holds what the group confers, and for site owners", () => {
    const confers = { confers: ["blue"] };
    expect(mayAddSelf(seat({ group: confers }))).toBe(false);
    expect(mayAddSelf(seat({ group: confers, globalRoles: ["blue"] }))).toBe(true);
    expect(mayAddSelf(seat({ group: { confers: ["blue", "red"] }, globalRoles: ["blue"] }))).toBe(false);
    expect(mayAddSelf(seat({}))).toBe(true);
    expect(mayAddSelf(seat({ group: confers, owner: true }))).toBe(true);
    expect(mayAddSelf(seat({ group: confers, owner: true, active: false }))).toBe(false);
  });
});

describe("appointing a leader", () => {
  it("needs whatever is high in the Leader column", () => {
    expect(mayAppointLeader(member("officer"))).toBe(false);
    expect(mayAppointLeader(member("admin"))).toBe(true);
    expect(mayAppointLeader(owner())).toBe(true);
    expect(mayAppointLeader(seat({ leads: true }))).toBe(true);
    const low = { leader: ["member.remove", "request.decide"] };
    expect(mayAppointLeader(seat({ table: low }))).toBe(true);
    expect(mayAppointLeader(seat({ table: { ...low, member: ["group.configure"] } }))).toBe(true);
    const { viewer, situation } = seat({ table: low });
    const columns = new Map([...situation.table.columns].filter(([, { kind }]) => kind !== "leader"));
    const without = { viewer, situation: { ...situation, table: { ...situation.table, columns } } };
    expect(mayAppointLeader(without), "where there is no such column, nothing in it is high").toBe(true);
  });
});

describe("conferring a role", () => {
  const table = { outsider: ["group.view", "group.configure"] };
  const able: Person = { table, rights: ["people.administer"], globalRoles: ["blue"] };
  const may = (person: Person, there = true) => {
    const { viewer, situation } = seat(person);
    return mayConfer(viewer, there ? situation : null, "blue");
  };

  it("needs to configure the group, to administer people, and the role", () => {
    expect(may(able)).toBe(true);
    expect(may({ ...able, table: {} })).toBe(false);
    expect(may({ ...able, rights: [] })).toBe(false);
    expect(may({ ...able, globalRoles: ["red"] })).toBe(false);
    expect(may({ owner: true })).toBe(true);
    expect(may({ owner: true, active: false })).toBe(false);
  });

  it("on a group that does not exist yet needs to bypass it", () => {
    expect(may(able, false)).toBe(false);
    expect(may({ ...able, rights: ["people.administer", "group.bypass"] }, false)).toBe(true);
    expect(may({ ...able, rights: ["group.bypass"] }, false)).toBe(false);
    expect(may({ owner: true }, false)).toBe(true);
  });
});

describe("creating groups", () => {
  it("needs the right of the type, or to bypass", () => {
    expect(mayCreate(seat({ rights: ["group.create:squad"] }).viewer, "squad")).toBe(true);
    expect(mayCreate(seat({ rights: ["group.create:club"] }).viewer, "squad")).toBe(false);
    expect(mayCreate(bypasser().viewer, "squad")).toBe(true);
    expect(mayCreate(owner().viewer, "squad")).toBe(true);
    expect(mayCreate(seat({ table: { outsider: ["group.administer"] } }).viewer, "squad")).toBe(false);
  });
});

describe("T11: ticking a cell of a type's table", () => {
  const may = (person: Person, permission: GroupPermission, use = {}) =>
    mayGrantCell(seat(person).viewer, { kind: "outsider", permission }, { confers: [], leads: false, ...use });
  const administrator: Person = { rights: ["type.administer"] };
  const waysIn = ["member.add", "member.join", "member.request", "request.decide", "link.manage"] as const;

  it("needs to administer types, and a cell that is possible", () => {
    expect(may({}, "group.view")).toBe(false);
    expect(may({ rights: ["group.bypass"] }, "group.view")).toBe(false);
    expect(may(administrator, "group.view")).toBe(true);
    expect(may(administrator, "member.leave")).toBe(false);
    expect(may({ owner: true }, "member.leave")).toBe(false);
  });

  it("that is high is left to site owners and to those who bypass", () => {
    expect(may(administrator, "group.administer")).toBe(false);
    expect(may({ rights: ["type.administer", "group.bypass"] }, "group.administer")).toBe(true);
    expect(may({ owner: true }, "group.administer")).toBe(true);
  });

  it.each(waysIn)("%s is left to them while a group of the type confers what one does not hold, or leads", (key) => {
    expect(may(administrator, key)).toBe(true);
    expect(may(administrator, key, { confers: ["blue"] })).toBe(false);
    expect(may({ ...administrator, globalRoles: ["blue"] }, key, { confers: ["blue"] })).toBe(true);
    expect(may({ ...administrator, globalRoles: ["blue"] }, key, { confers: ["blue", "red"] })).toBe(false);
    expect(may(administrator, key, { leads: true })).toBe(false);
    expect(may({ owner: true }, key, { confers: ["blue"], leads: true })).toBe(true);
  });

  it("that lets nobody in is free meanwhile", () => {
    expect(may(administrator, "group.view", { confers: ["blue"], leads: true })).toBe(true);
  });
});

describe("site-wide rights", () => {
  it("are granted by whoever holds them", () => {
    expect(mayGrantGlobal(seat({ rights: ["audit.view"] }).viewer, "audit.view")).toBe(true);
    expect(mayGrantGlobal(seat({ rights: ["permission.administer"] }).viewer, "audit.view")).toBe(false);
    expect(mayGrantGlobal(owner().viewer, "audit.view")).toBe(true);
  });

  it("set nobody above others for five of them", () => {
    for (const key of EXEMPT) expect(setsNobodyAbove(key)).toBe(true);
    for (const key of HIGH_IN_PORTAL) expect(setsNobodyAbove(key)).toBe(false);
  });

  it("are taken by whoever holds all that are taken, those five excepted", () => {
    const { viewer } = seat({ rights: ["permission.administer", "audit.view"] });
    expect(mayTakeGlobal(viewer, ["audit.view", ...EXEMPT])).toBe(true);
    expect(mayTakeGlobal(viewer, ["audit.view", "group.manage"])).toBe(false);
    expect(mayTakeGlobal(owner().viewer, HIGH_IN_PORTAL)).toBe(true);
    expect(mayTakeGlobal(viewer, [])).toBe(true);
  });
});

describe("a global role", () => {
  it("is given by whoever holds it, and by site owners", () => {
    expect(mayGiveGlobalRole(seat({ globalRoles: ["blue"] }).viewer, "blue")).toBe(true);
    expect(mayGiveGlobalRole(seat({ globalRoles: ["red"] }).viewer, "blue")).toBe(false);
    expect(mayGiveGlobalRole(owner().viewer, "blue")).toBe(true);
    expect(mayGiveGlobalRole(seat({ owner: true, active: false }).viewer, "blue")).toBe(false);
  });
});

describe("standing above somebody in the portal", () => {
  const above = (target: Person, actor: Person) => standsAboveInPortal(seat(target).viewer, seat(actor).viewer);

  it.each(HIGH_IN_PORTAL)("is holding %s where the other does not", (key) => {
    expect(above({ rights: [key] }, {})).toBe(true);
    expect(above({ rights: [key] }, { rights: [key] })).toBe(false);
  });

  it("is owning the site, except over another owner", () => {
    expect(above({ owner: true }, { rights: HIGH_IN_PORTAL })).toBe(true);
    expect(above({ owner: true }, { owner: true })).toBe(false);
    expect(above({ rights: HIGH_IN_PORTAL }, { owner: true })).toBe(false);
    expect(above({ rights: ["audit.view"] }, { owner: true, active: false })).toBe(true);
  });

  it("is nothing that the five give", () => {
    expect(above({ rights: EXEMPT }, {})).toBe(false);
  });

  it("is kept by an account that is inactive", () => {
    expect(above({ owner: true, active: false }, { rights: HIGH_IN_PORTAL })).toBe(true);
    expect(above({ rights: ["audit.view"], active: false }, {})).toBe(true);
  });

  it("is nobody's who has no account", () => {
    const visitor: PolicyViewer = { account: null, globalRoles: new Set(), globalPermissions: new Set() };
    expect(standsAboveInPortal(visitor, seat({}).viewer)).toBe(false);
    expect(standsAboveInPortal(seat({ owner: true }).viewer, visitor)).toBe(true);
  });
});

describe("T15: an administrator of a group", () => {
  it("is an active member by what members hold", () => {
    expect(isAdministrator(member("admin"))).toBe(true);
    expect(isAdministrator(seat({ member: true, table: { member: ["group.administer"] } }))).toBe(true);
    expect(isAdministrator(member("officer"))).toBe(false);
    expect(isAdministrator(seat({ member: true, roles: ["admin"], active: false }))).toBe(false);
  });

  it("is nobody by leading, from outside, or by a site-wide right", () => {
    expect(isAdministrator(seat({ member: true, leads: true, table: { leader: ["group.administer"] } }))).toBe(false);
    expect(isAdministrator(seat({ table: { outsider: ["group.administer"] } }))).toBe(false);
    expect(isAdministrator(seat({ member: true, owner: true }))).toBe(false);
    expect(isAdministrator({ ...seat({ member: true }), viewer: { ...owner().viewer, account: null } })).toBe(false);
  });

  const last = { before: true, after: false, otherAdministrators: 0, otherMembers: 1 };
  const { viewer } = member("admin");

  it("who is the last is kept while others remain", () => {
    expect(losesLastAdministrator(viewer, last)).toBe(true);
    expect(losesLastAdministrator(viewer, { ...last, before: false })).toBe(false);
    expect(losesLastAdministrator(viewer, { ...last, after: true })).toBe(false);
    expect(losesLastAdministrator(viewer, { ...last, otherAdministrators: 1 })).toBe(false);
    expect(losesLastAdministrator(viewer, { ...last, otherMembers: 0 })).toBe(false);
  });

  it("is no bar to site owners and to those who bypass", () => {
    expect(losesLastAdministrator(owner().viewer, last)).toBe(false);
    expect(losesLastAdministrator(bypasser().viewer, last)).toBe(false);
    expect(losesLastAdministrator(seat({ rights: ["group.manage"] }).viewer, last)).toBe(true);
  });
});

describe("the last site owner", () => {
  it("is an active one beside whom there is no other", () => {
    expect(isLastOwner({ owner: true, active: true }, 0)).toBe(true);
    expect(isLastOwner({ owner: true, active: true }, 1)).toBe(false);
    expect(isLastOwner({ owner: true, active: false }, 0)).toBe(false);
    expect(isLastOwner({ owner: false, active: true }, 0)).toBe(false);
  });
});
