/** What is done to many people at once: each line is a command of its own, under the rights that the asker has by then. */
import { preview } from "@/lib/gate";
import type { JobOutcome, LinesKind } from "@/lib/jobs/kind";
import type { Viewer } from "@/lib/session/viewer";
import { adding, addMember } from "./commands/add-member";
import { removeMember } from "./commands/remove-member";
import { setMemberRoles } from "./commands/set-member-roles";
import { setUntil } from "./commands/set-until";
import * as shape from "./schema";

/** Whoever is in already stays as they are, and that is what was wanted: the same list may be sent again. */
export const addMembersJob: LinesKind<shape.AddLine> = {
  kind: "member.add",
  line: shape.addLine,
  carryOut: (viewer, line) =>
    answered(line, async (input) => {
      const { answer, done } = await addMember(viewer, input);
      return { answer, done: done || answer === "already-member" };
    }),
};

/** Whom a save removed: each in their own group. */
export const addAgainJob: LinesKind<shape.AddInput> = {
  kind: "member.add-again",
  line: shape.addMember,
  carryOut: async (viewer, input) => {
    const { answer, done } = await addMember(viewer, input);
    return { answer, done: done || answer === "already-member" };
  },
};

/** What would come of it, and nothing else. */
export const tryMembersJob: LinesKind<shape.AddLine> = {
  kind: "member.add-dry",
  line: shape.addLine,
  carryOut: (viewer, line) =>
    answered(line, async (input) => {
      const { answer } = await preview(adding)(viewer, input);
      return { answer, done: answer === "added" };
    }),
};

async function answered(
  { group, account, unfound, roles, until }: shape.AddLine,
  run: (input: shape.AddInput) => Promise<JobOutcome>,
): Promise<JobOutcome> {
  if (unfound || !account) return { answer: unfound ?? "unknown", done: false };
  return outcomeOf(await run({ group, account, roles, until }));
}

const outcomeOf = ({ answer, done }: JobOutcome): JobOutcome => ({ answer, done });

function each<I>(
  kind: string,
  line: LinesKind<I>["line"],
  run: (viewer: Viewer, input: I) => Promise<JobOutcome>,
): LinesKind<I> {
  return { kind, line, carryOut: async (viewer, input) => outcomeOf(await run(viewer, input)) };
}

export const removeMembersJob = each("member.remove", shape.removeMember, removeMember);
export const setRolesJob = each("member.set-roles", shape.setMemberRoles, setMemberRoles);
export const setUntilJob = each("member.set-until", shape.setUntil, setUntil);
