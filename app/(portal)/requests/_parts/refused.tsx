/** Whoever asks to join and may not come in as things are: approving would be refused for their sake. */
import { TriangleAlert } from "lucide";
import { Badge } from "@/app/_ui/badge";
import type { ReviewLine } from "@/lib/requests/queries";

export function Refused({ line }: { line: ReviewLine }) {
  if (!line.refused) return null;
  return (
    <Badge tone="warning" icon={TriangleAlert}>
      Cannot be let in now
    </Badge>
  );
}
