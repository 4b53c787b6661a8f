import { describe, expect, it } from "vitest";
import { formValues } from "@/lib/action/form-values";
import { fromConfigureForm, fromCreateForm } from "./forms";
import { configureGroupForm, createGroupForm } from "./schema";

const filled = { finds: "everybody", enters: "approval", who: "everybody", published: "on" };

function posted(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

const configure = (fields: Record<string, string | string[]>) =>
  configureGroupForm.safeParse(
    formValues(posted({ group: "scouts-k3f9q2", was: "x", ...filled, ...fields }), configureGroupForm.shape),
  );
const inputOf = (fields: Record<string, string | string[]>) => {
  const parsed = configure(fields);
  if (!parsed.success) throw new Error(parsed.error.message);
  return fromConfigureForm(parsed.data);
};

describe("what a form of settings means", () => {
  it("is the flags that its two answers stand for", () => {
    expect(inputOf({ finds: "link", enters: "once" }).flags).toEqual({
      internal: false,
      hidden: true,
      open: true,
      public: false,
      published: true,
    });
  });

  it("leaves hidden as it is where nobody finds the group", () => {
    expect(inputOf({ finds: "nobody" }).flags).not.toHaveProperty("hidden");
  });

  it("leaves alone what this person's form does not have", () => {
    const input = inputOf({ restricted: "on", confers: ["blue"] });
    expect(input.flags).not.toHaveProperty("restricted");
    expect(input).not.toHaveProperty("confers");
  });

  it("changes it where the form has it, and an empty box means no", () => {
    const input = inputOf({ has: ["restricted", "confers"] });
    expect(input.flags.restricted).toBe(false);
    expect(input.confers).toEqual([]);
  });

  it("makes a list of roles of “everybody”, and says nothing where nothing was chosen", () => {
    expect(inputOf({}).eligibleRoles).toEqual([]);
    expect(inputOf({ who: "roles", eligibleRoles: ["blue", "red"] }).eligibleRoles).toEqual(["blue", "red"]);
    expect(inputOf({ who: "" })).not.toHaveProperty("eligibleRoles");
  });

  it("does not take “these roles” without a role", () => {
    const parsed = configure({ who: "roles" });
    expect(parsed.success || parsed.error.issues[0]?.path).toEqual(["eligibleRoles"]);
  });

  it("asks both questions", () => {
    const parsed = configure({ finds: "", enters: "perhaps" });
    expect(parsed.success || parsed.error.issues.map((issue) => issue.path[0])).toEqual(["finds", "enters"]);
  });
});

it("a form of a new group gives every flag but the one it does not have", () => {
  const shown = { type: "guild", name: " Scouts ", description: "", picture: "tent", colour: "moss", ...filled };
  const parsed = createGroupForm.parse(formValues(posted({ ...shown, restricted: "on" }), createGroupForm.shape));
  expect(fromCreateForm(parsed)).toEqual({
    ...{ type: "guild", name: "Scouts", description: "", picture: "tent", colour: "moss" },
    flags: { internal: false, hidden: false, open: false, public: false, published: true },
    ...{ quietJoinPage: false, eligibleRoles: [], confers: [] },
  });
});
