/** The answer in one sentence, with its reason. */
import { Check, TriangleAlert, X } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { Explanation } from "@/lib/explain/shape";

const LOOKS = {
  yes: { icon: Check, ground: "bg-accent-wash", ink: "text-accent" },
  no: { icon: X, ground: "bg-danger-wash", ink: "text-danger" },
  kept: { icon: TriangleAlert, ground: "bg-warning-wash", ink: "text-warning" },
} as const;

type Props = { explanation: Pick<Explanation, "allowed" | "kept" | "verdict" | "sentence"> };

export function Verdict({ explanation: { allowed, kept, verdict, sentence } }: Props) {
  const look = LOOKS[kept ? "kept" : allowed ? "yes" : "no"];
  return (
    <div className={`flex gap-4 rounded-lg px-5 py-4 ${look.ground}`}>
      <Icon of={look.icon} size={28} className={`mt-1 ${look.ink}`} />
      <p className="max-w-[48rem] font-serif text-lg">
        <strong className="font-semibold">{verdict}</strong> {sentence}
      </p>
    </div>
  );
}
