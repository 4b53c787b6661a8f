import { Check, X } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { PermissionLine } from "@/lib/explain/shape";

/** Yes or no with a few words on why. */
export function Said({ row: { allowed, kept, reason } }: { row: PermissionLine }) {
  const word = kept ? "Yes and no" : allowed ? "Yes" : "No";
  const ink = kept ? "text-warning" : allowed ? "text-accent" : "text-danger";
  return (
    <span className="flex gap-2">
      <Icon of={allowed ? Check : X} size={16} className={`mt-1 ${ink}`} />
      <span>
        <span className="font-medium">{word}</span> <span className="text-muted">{reason}</span>
      </span>
    </span>
  );
}
