/** Above every page while somebody looks at the portal as somebody else: as whom, and the way back. Runs at the edge as well. */
import { Eye } from "lucide";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/session/cookies";
import { currentViewer } from "@/lib/session/current";
import { findViewing } from "@/lib/view-as/queries/find-viewing";
import { asWhom } from "@/lib/view-as/sentences";
import { buttonClass } from "../_ui/button";
import { Icon } from "../_ui/icon";

export async function ViewingAs() {
  // Whoever has no session looks as nobody: pages that know no viewer need not ask who it is.
  if (!(await cookies()).has(cookieName("session"))) return null;
  const described = await findViewing(await currentViewer());
  if (!described) return null;
  return (
    <aside
      aria-label="Viewing as somebody else"
      data-print="no"
      className="sticky top-0 z-40 border-b border-info bg-info-wash text-ink"
    >
      <div className="mx-auto flex w-full max-w-page items-center gap-x-4 px-4 py-2 sm:px-6">
        <Icon of={Eye} className="shrink-0 text-info max-sm:hidden" />
        <p className="min-w-0 flex-1 text-sm">
          You see the portal as <strong className="font-semibold">{asWhom(described)}</strong>.{" "}
          <span className="max-sm:hidden">Nothing can be changed meanwhile.</span>
        </p>
        <form method="post" action="/view-as/end" className="shrink-0">
          <button type="submit" className={buttonClass("quiet", "sm")}>
            Stop
          </button>
        </form>
      </div>
    </aside>
  );
}
