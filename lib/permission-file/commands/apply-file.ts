import { command } from "@/lib/gate";
import type { ExclusiveCommand, Outcome } from "@/lib/gate/command";
import { actorOf } from "@/lib/gate/site";
import type { Viewer } from "@/lib/session/viewer";
import { consequentOf, type Facts, gatherFacts } from "../facts";
import { fingerprintFrom } from "../fingerprint";
import { partsOf as rightsOf } from "../queries/find-export";
import { type RefusalWord, refusalsOf } from "../refusals";
import type { PermissionFile } from "../schema";
import { eventsOf, tellingsOf } from "./events";
import { partsOf } from "./parts";

export interface ApplyInput {
  readonly file: PermissionFile;
  /** the fingerprint of the plan that is carried out; null: whatever the difference is now */
  readonly plan: string | null;
  readonly reason: string;
}

export type ApplyAnswer = RefusalWord | "stale" | "invalid" | "changed";

/** All of a file or nothing: every change is judged like the page's own, and nothing on tables that moved since its plan. */
export const applyingFile: ExclusiveCommand<ApplyInput, Facts, ApplyAnswer> = {
  way: "exclusive",
  verb: "permission.apply-file",
  proceeds: ["changed"],
  facts: (read, viewer, { file }) => gatherFacts(read, viewer, file),

  answer(viewer, facts, { plan }) {
    const parts = rightsOf(viewer);
    if (!parts.globalRoles && !parts.types) return "not-permitted";
    if (plan !== null && fingerprintFrom(plan)?.digest !== facts.digest) return "stale";
    if (facts.problems.length > 0) return "invalid";
    const refused = refusalsOf(actorOf(viewer), facts.changes, facts.uses).map(({ word }) => word);
    const words = ["not-permitted", "built-in", "has-groups", "impossible", "exceeds-own"] as const;
    return words.find((word) => refused.includes(word)) ?? "changed";
  },

  exclusively: (viewer, { changes, holders }) => ({
    locks: { policy: "update" },
    raises: {
      policy: true,
      settings: changes.some(
        (change) =>
          (change.kind === "role-deleted" && change.role.name === viewer.settings.newAccountRole) ||
          (change.kind === "type-deleted" && change.type.name === viewer.settings.defaultGroupType),
      ),
      accounts: [...new Set(holders.map(({ accountId }) => accountId))],
    },
    changes: consequentOf(changes),
  }),

  writing(viewer, facts, { reason }) {
    const [first, ...rest] = eventsOf(facts, viewer.settings, reason);
    if (!first) return null;
    return { parts: partsOf(facts), events: [first, ...rest], tellings: tellingsOf(facts, reason) };
  },
};

export const applyFile: (viewer: Viewer, input: ApplyInput) => Promise<Outcome<ApplyAnswer>> = command(applyingFile);
