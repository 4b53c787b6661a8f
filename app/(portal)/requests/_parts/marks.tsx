/** What a request bears, beside whose it is: how it came, what hangs on it, for how long it has waited. */
import { Link2, TriangleAlert } from "lucide";
import { Badge } from "@/app/_ui/badge";
import type { ReviewLine } from "@/lib/requests/queries";
import { TakesRoles } from "./look-first";
import { Waited } from "./waited";

export function Marks({ line }: { line: ReviewLine }) {
  return (
    <>
      {line.byLink ? <Badge icon={Link2}>By a link</Badge> : null}
      {line.takesRoles ? <TakesRoles /> : null}
      <Waited days={line.days} />
      {line.refused ? (
        <Badge tone="warning" icon={TriangleAlert}>
          Cannot be let in now
        </Badge>
      ) : null}
    </>
  );
}
