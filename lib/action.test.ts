import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { Refusal } from "@/lib/refusal";

const asked = { headers: new Headers(), viewers: 0, refreshed: 0 };
vi.mock("next/headers", () => ({ headers: async () => asked.headers }));
vi.mock("next/cache", () => ({ refresh: () => asked.refreshed++ }));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`NEXT_REDIRECT ${path}`);
  },
}));
vi.mock("@/lib/session/current", () => ({
  currentViewer: async () => {
    asked.viewers++;
    return { name: "Ada" };
  },
}));
vi.mock("@/lib/env", () => ({ serverEnv: () => ({ PORTAL_URL: "https://guild.example" }) }));

const { action, formAction, formRoute } = await import("./action");

const schema = z.strictObject({
  group: z.string().min(1).max(20),
  note: z.string().max(5, "At most 5.").default(""),
  roles: z.array(z.string().max(9)).default([]),
  loud: z.boolean().default(false),
  uses: z.number("A whole number.").int().nullable().default(null),
  password: z.string().optional(),
});
type Answer = "joined" | "not-permitted" | "internal";
const given: unknown[] = [];
let answer: Answer = "joined";
const join = async (_viewer: unknown, input: z.output<typeof schema>) => {
  given.push(input);
  return { answer, done: answer === "joined", data: answer === "joined" ? { slug: "scouts" } : null };
};

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

beforeEach(() => {
  asked.headers = new Headers({ origin: "https://guild.example", host: "guild.example" });
  asked.viewers = 0;
  asked.refreshed = 0;
  given.length = 0;
  answer = "joined";
});

describe("action", () => {
  const act = action(schema, join, { says: { joined: "You are in.", internal: "Managed for you." } });

  it("hands the command what the schema made of the input, and says the word", async () => {
    expect(await act({ group: "scouts" })).toEqual({
      ok: true,
      answer: "joined",
      message: "You are in.",
      data: { slug: "scouts" },
    });
    expect(given).toEqual([{ group: "scouts", note: "", roles: [], loud: false, uses: null }]);
    expect(asked.refreshed).toBe(1);
  });

  it.each([
    ["internal", "Managed for you."],
    ["not-permitted", "You may not do this."],
  ] as const)("turns the refusal %s into a sentence and refreshes nothing", async (word, message) => {
    answer = word;
    expect(await act({ group: "scouts" })).toEqual({ ok: false, code: word, message });
    expect(asked.refreshed).toBe(0);
  });

  it("turns a thrown refusal into a value and rethrows everything else", async () => {
    const refusing = action(schema, async () => {
      throw new Refusal("busy", "Please try again.");
    });
    expect(await refusing({ group: "scouts" })).toMatchObject({
      ok: false,
      code: "busy",
      message: "Please try again.",
    });
    const failing = action(schema, async () => {
      throw new Error("secret words of a fault");
    });
    await expect(failing({ group: "scouts" })).rejects.toThrow("secret words");
  });

  it.each([
    ["an extra field", { group: "scouts", isAdmin: true }],
    ["an owner's field", { group: "scouts", owner: "true" }],
    ["a prototype key", JSON.parse('{"group":"scouts","__proto__":{"owner":true}}')],
    ["a constructor", { group: "scouts", constructor: { prototype: {} } }],
    ["an object for text", { group: { $ne: null } }],
    ["a list for text", { group: ["scouts"] }],
    ["a number for text", { group: 7 }],
    ["a bigint", { group: "scouts", uses: 7n }],
    ["not a number", { group: "scouts", uses: Number.NaN }],
    ["text for a list", { group: "scouts", roles: "admin" }],
    ["an object for a list", { group: "scouts", roles: { length: 1, 0: "admin" } }],
    ["a form", form(["group", "scouts"])],
    ["nothing", undefined],
    ["null", null],
    ["a text", "scouts"],
    ["a list", [{ group: "scouts" }]],
  ])("T06 T08 refuses %s before anybody is asked", async (_what, input) => {
    expect(await act(input as never)).toMatchObject({ ok: false, code: "invalid" });
    expect(given).toEqual([]);
    expect(asked.viewers).toBe(0);
  });

  it("T06 lets an extra field through where the schema is loose, so loose schemas do not load", () => {
    const loose = z.object({ group: z.string() });
    expect(loose.safeParse({ group: "scouts", isAdmin: true }).success).toBe(true);
    expect(() => action(loose, join as never)).toThrow("unknown keys");
    expect(() => action(z.strictObject({ who: z.object({}) }), join as never)).toThrow("input.who takes unknown keys");
    expect(() => action(z.strictObject({ who: z.array(z.any()) }), join as never)).toThrow("takes anything");
    expect(() => action(z.strictObject({ who: z.record(z.string(), z.string()) }), join as never)).toThrow("anything");
  });

  it("T08 never throws and never acts on values that are not shaped right", async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), async (input) => {
        if (schema.safeParse(input).success) return;
        expect(await act(input as never)).toMatchObject({ ok: false, code: "invalid" });
        expect(given).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it.each([
    ["none", null],
    ["null", "null"],
    ["another's", "https://evil.example"],
  ])("T48 refuses an origin that is %s", async (_what, origin) => {
    if (origin === null) asked.headers.delete("origin");
    else asked.headers.set("origin", origin);
    expect(await act({ group: "scouts" })).toMatchObject({ ok: false, code: "cross-site" });
    expect(asked.viewers).toBe(0);
  });
});

describe("formAction", () => {
  const submit = formAction(schema, join, {});

  it("reads text, ticks, lists and numbers as the schema wants them, with or without a state before", async () => {
    const filled = form(
      ["group", "scouts"],
      ["roles", "a"],
      ["roles", "b"],
      ["loud", "on"],
      ["uses", "7"],
      ["$ACTION_ID_x", ""],
    );
    await submit(null, filled);
    await submit(filled);
    const wanted = { group: "scouts", note: "", roles: ["a", "b"], loud: true, uses: 7 };
    expect(given).toEqual([wanted, wanted]);
  });

  it("reads an empty field of something that may be null as null", async () => {
    await submit(null, form(["group", "scouts"], ["uses", ""]));
    expect(given).toEqual([{ group: "scouts", note: "", roles: [], loud: false, uses: null }]);
  });

  it("keeps what was typed in a refused form, passwords never", async () => {
    const typed = form(
      ["group", "scouts"],
      ["note", "too long"],
      ["roles", "a"],
      ["uses", "x"],
      ["password", "hush"],
      ["$ACTION_1", ""],
    );
    expect(await submit(null, typed)).toEqual({
      ok: false,
      code: "invalid",
      message: "Something here needs another look.",
      fields: { note: "At most 5.", uses: "A whole number." },
      typed: { group: "scouts", note: "too long", roles: ["a"], uses: "x" },
    });
  });

  it.each([
    ["a field twice", form(["group", "scouts"], ["group", "other"])],
    ["a tick twice", form(["group", "scouts"], ["loud", "on"], ["loud", "on"])],
    ["an unknown field", form(["group", "scouts"], ["isAdmin", "on"])],
    ["a prototype key", form(["group", "scouts"], ["__proto__", "x"])],
    ["a constructor", form(["group", "scouts"], ["constructor", "x"])],
    ["a file", form(["group", new Blob(["scouts"])])],
    ["a file beside", form(["group", "scouts"], ["picture", new Blob(["x"])])],
  ])("T06 T08 refuses %s before anybody is asked", async (_what, sent) => {
    expect(await submit(null, sent)).toMatchObject({ ok: false, code: "invalid" });
    expect(given).toEqual([]);
    expect(asked.viewers).toBe(0);
  });

  it("T08 refuses what is no form at all", async () => {
    expect(await submit(null, { group: "scouts" } as never)).toMatchObject({ ok: false, code: "invalid" });
  });

  it("leads on when it is done, and only then", async () => {
    const leading = formAction(schema, join, { redirectTo: (data) => `/groups/${data?.slug}` });
    await expect(leading(null, form(["group", "scouts"]))).rejects.toThrow("NEXT_REDIRECT /groups/scouts");
    answer = "internal";
    expect(await leading(null, form(["group", "scouts"]))).toMatchObject({ ok: false, code: "internal" });
  });
});

describe("formRoute", () => {
  const route = formRoute(schema, join, {
    to: (result, { group }) => (result.ok ? `/groups/${group}` : result.code === "internal" ? null : `/x/${group}`),
  });
  const post = (body: BodyInit, group = "scouts") =>
    route(new Request("https://guild.example/x", { method: "POST", body }), { params: Promise.resolve({ group }) });

  it("counts the address's parts as fields and leads to the page that shows the result", async () => {
    const response = await post(new URLSearchParams({ note: "hi" }));
    expect([response.status, response.headers.get("location")]).toEqual([303, "/groups/scouts"]);
    expect(given).toEqual([{ group: "scouts", note: "hi", roles: [], loud: false, uses: null }]);
  });

  it("T08 refuses a field that the address names already, and bodies that are no form", async () => {
    for (const body of [
      new URLSearchParams({ group: "other" }),
      '{"group":"other"}',
      new URLSearchParams({ x: "1" }),
    ]) {
      expect((await post(body)).headers.get("location")).toBe("/x/scouts");
    }
    expect(given).toEqual([]);
  });

  it("answers what is not there as not there", async () => {
    answer = "internal";
    expect((await post(new URLSearchParams())).status).toBe(404);
  });
});
