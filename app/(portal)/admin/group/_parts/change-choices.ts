/** The changes that can be asked of many groups, as a list to choose from. */
import type { Choice } from "@/app/_ui/select";
import type { OverviewChoices } from "@/lib/groups/queries/find-overview-choices";
import { DELETE_CHANGE, FLAG_CHANGES, ROLE_CHANGES } from "@/lib/groups/sentence-changes";

export function changeChoices({ roles, mayRestrict }: OverviewChoices): Choice[] {
  const flags = Object.entries(FLAG_CHANGES).filter(([value]) => mayRestrict || !value.startsWith("restricted"));
  return [
    ...flags.map(([value, { label }]) => ({ value, label, section: "How people find it and get in" })),
    ...roles.flatMap(({ name, label }) =>
      (["keep-for", "drop-role"] as const).map((kind) => ({
        ...{ value: `${kind}:${name}`, label: ROLE_CHANGES[kind](label).label, section: "For whom it is" },
      })),
    ),
    { value: "delete", label: DELETE_CHANGE.label, section: "For good" },
  ];
}
