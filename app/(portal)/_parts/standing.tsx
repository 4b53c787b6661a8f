/** How the viewer stands to a group, as badges. */
import { Check, Clock, EyeOff, Star } from "lucide";
import { Badge } from "@/app/_ui/badge";
import type { GroupLine } from "@/lib/groups/line";

type Props = { line: Pick<GroupLine, "status" | "published"> };

export function Standing({ line: { status, published } }: Props) {
  return (
    <>
      {status.member ? (
        <Badge tone="accent" icon={Check}>
          Member
        </Badge>
      ) : null}
      {status.leads ? (
        <Badge tone="accent" icon={Star}>
          You lead it
        </Badge>
      ) : null}
      {status.pending ? (
        <Badge tone="info" icon={Clock}>
          {status.pending === "join" ? "Asked to join" : "Asked to leave"}
        </Badge>
      ) : null}
      {published ? null : (
        <Badge tone="warning" icon={EyeOff}>
          Not published
        </Badge>
      )}
    </>
  );
}
