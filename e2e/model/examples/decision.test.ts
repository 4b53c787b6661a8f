import { describe, expect, it } from "vitest";
import { asks, does, given } from "./given";

const leaders = (accounts: string[], groups: string[] = []) => ({ accounts, groups });
const within = { mem: [], blin: [], off: ["officer"], maker: [], lem: [] };

/** Everybody is called by what they are; `scouts` is open to view, the others are called by what is special about them. */
const model = given({
  globalRoles: {
    blue: [],
    staff: [],
    managers: ["group.manage"],
    keys: ["group.bypass"],
    anonymous: ["directory.view"],
  },
  columns: {
    anonymous: ["group.view"],
    outsider: ["group.view", "member.list", "audit.view"],
    member: ["group.view", "post.create", "group.view-own-unpublished"],
    leader: ["group.edit"],
    officer: ["member.administer", "post.edit-any"],
  },
  outsiderOf: { blue: ["group.configure"], staff: ["group.administer"] },
  insiderOf: { blue: ["link.manage"] },
  people: {
    ...{ out: {}, mem: {}, off: {}, lea: {}, lem: {}, una: {}, lou: {}, chora: {}, maker: {} },
    ...{ blout: { roles: ["blue"] }, blin: { roles: ["blue"] }, stan: { roles: ["staff"] } },
    ...{ max: { roles: ["managers"] }, kay: { roles: ["keys"] }, zed: { owner: true, active: false } },
  },
  groups: {
    scouts: { members: within, leaders: leaders(["lea", "lem"], ["council"]) },
    council: { members: { una: [] }, leaders: leaders(["lou"]) },
    choir: { confers: ["blue"], members: { chora: [] } },
    ...{ shade: { hidden: true, members: within }, den: { internal: true, members: within } },
    ...{
      wing: { public: true, eligibleRoles: ["blue"] },
      draft: { published: false, creator: "maker", members: within },
    },
  },
});

const CASES = `
  1 an inactive owner is asked nothing further            | zed group.view scouts             | deny inactive
  2 nobody without an account can administer              | anonymous group.administer scouts | deny impossible
  2 a site owner who is not in cannot leave               | root member.leave scouts          | deny impossible
  2 a member cannot join, leading or not                  | lem member.join scouts            | deny impossible
  2 an outsider has no membership to edit                 | kay member.edit-own scouts        | deny impossible
  3 a site owner may whatever is possible                 | root group.delete den             | allow owner
  3 bypass reaches internal groups                        | kay group.delete den              | allow bypass
  4 anonymous has a column of its own                     | anonymous group.view scouts       | allow granted anonymous
  4 and not that of the outsider                          | anonymous member.list scouts      | deny not-granted
  4 a member has nothing of what outsiders have           | mem member.list scouts            | deny not-granted
  4 an advanced outsider has both outsider columns        | blout audit.view scouts           | allow granted outsider
  4 and the one that is tied to the role                  | blout group.configure scouts      | allow granted outsider:blue
  4 but not as a member                                   | blin group.configure scouts       | deny not-granted
  4 an insider column speaks for members                  | blin link.manage scouts           | allow granted insider:blue
  4 and for no outsider                                   | blout link.manage scouts          | deny not-granted
  4 a conferred role opens its column                     | chora group.configure scouts      | allow granted outsider:blue
  4 a leader need not be a member                         | lea group.edit scouts             | allow granted leader
  4 leading adds to the audience                          | lea audit.view scouts             | allow granted outsider
  4 members of a leader group lead                        | una group.edit scouts             | allow granted leader
  4 leaders of a leader group do not                      | lou group.edit scouts             | deny not-granted
  5 managing all groups decides requests in hidden ones   | max request.decide shade          | allow manage
  5 it adds nobody                                        | max member.add scouts             | deny not-granted
  5 it is nothing in internal groups                      | max member.list den               | deny not-visible
  6 the admin flag comes before visibility                | stan member.list den              | allow admin outsider:staff
  6 and gives nothing impossible                          | stan member.leave den             | deny impossible
  7 hidden keeps outsiders out                            | out group.view shade              | deny not-visible
  7 and members not                                       | mem group.view shade              | allow granted member
  7 whoever is not eligible is kept out, public or not    | out group.view wing               | deny not-visible
  7 a visitor is never eligible where a role is asked for | anonymous group.view wing         | deny not-visible
  7 who holds the role is not kept out                    | blout group.view wing             | allow granted outsider
  8 an unpublished group shows members no page            | mem group.view draft              | deny unpublished
  8 its posts follow it                                   | mem post.create draft             | deny unpublished
  8 the creator's own is shown to its creator             | maker group.view draft            | allow granted member
  8 other permissions are asked as ever                   | out member.list draft             | allow granted outsider
  9 administering members implies adding them             | off member.add scouts             | allow granted officer
  9 and deciding requests                                 | off request.decide scouts         | allow granted officer
  9 but not appointing leaders                            | off leader.appoint scouts         | deny not-granted
  9 any includes own                                      | off post.edit-own scouts          | allow granted officer
`;

const cases = CASES.trim()
  .split("\n")
  .map((line) => line.split("|").map((part) => part.trim()));

describe("the decision of §6", () => {
  it.each(cases)("%s", (_title, asked = "", answer) => {
    const [who = "", permission = "", group = ""] = asked.split(" ");
    expect(asks(model, who, permission, { group })).toBe(answer);
  });

  it("of a group that is not there is no, and nothing spoke", () => {
    expect(asks(model, "root", "group.view", { group: "nowhere" })).toBe("deny");
  });

  it("of a global permission is the owner's, a role's, or no", () => {
    expect(asks(model, "root", "setting.administer")).toBe("allow owner");
    expect(asks(model, "max", "group.manage")).toBe("allow granted");
    expect(asks(model, "max", "directory.view")).toBe("deny not-granted");
    expect(asks(model, "anonymous", "directory.view")).toBe("allow granted");
    expect(asks(model, "anonymous", "group.request")).toBe("deny impossible");
    expect(asks(model, "zed", "group.request")).toBe("deny inactive");
  });
});

describe("who sees a group (§6)", () => {
  const seen = [
    ["the owner sees all", "root", "scouts council choir shade den wing draft"],
    ["so does bypass", "kay", "scouts council choir shade den wing draft"],
    ["and whoever administers as an outsider", "stan", "scouts council choir shade den wing draft"],
    ["a manager sees all but internal ones", "max", "scouts council choir shade wing draft"],
    ["members see theirs, hidden, internal and unpublished ones, too", "mem", "scouts council choir shade den draft"],
    ["an outsider sees what may be viewed", "out", "scouts council choir"],
    ["and more with an eligible role", "blout", "scouts council choir wing"],
    ["a visitor sees what visitors may view", "anonymous", "scouts council choir"],
    ["an inactive owner sees nothing", "zed", ""],
  ] as const;

  it.each(seen)("%s", (_title, who, groups) => {
    expect(does(model, who, "list", {})).toEqual(groups.split(" ").filter(Boolean).sort());
  });

  it("is who waits there, too", () => {
    const asking = given({
      ...{
        columns: { outsider: ["member.join"] },
        people: { out: {} },
        groups: { scouts: { public: true, hidden: true } },
      },
      links: { l1: {} },
    });
    expect(does(asking, "out", "see", { group: "scouts" })).toBe("hidden");
    expect(does(asking, "out", "join", { link: "l1" })).toBe("requested");
    expect(does(asking, "out", "see", { group: "scouts" })).toBe("visible");
  });
});
