/** What is out of the ordinary about a group, at a glance; the sentence says the rest. */
import { EyeOff, Lock, ShieldCheck } from "lucide";
import { Badge } from "@/app/_ui/badge";
import type { GroupPage } from "@/lib/groups/queries/find-group";

export function GroupBadges({ group: { flags, type } }: { group: Pick<GroupPage, "flags" | "type"> }) {
  return (
    <>
      <Badge>{type.label}</Badge>
      {flags.internal ? (
        <Badge tone="info" icon={Lock}>
          Internal
        </Badge>
      ) : null}
      {flags.hidden && !flags.internal ? (
        <Badge tone="info" icon={EyeOff}>
          Hidden
        </Badge>
      ) : null}
      {flags.restricted ? (
        <Badge tone="info" icon={ShieldCheck}>
          Restricted
        </Badge>
      ) : null}
    </>
  );
}
