/** For how long somebody has waited, in words; whoever has waited long stands out, and not by a colour alone. */
import { Hourglass } from "lucide";
import { Badge } from "@/app/_ui/badge";
import { LONG_WAIT } from "./asked";

export function Waited({ days }: { days: number }) {
  if (days >= LONG_WAIT)
    return (
      <Badge tone="warning" icon={Hourglass}>
        Waiting for {days} days
      </Badge>
    );
  if (days === 0) return null;
  return <Badge>{days === 1 ? "Waiting since yesterday" : `Waiting for ${days} days`}</Badge>;
}
