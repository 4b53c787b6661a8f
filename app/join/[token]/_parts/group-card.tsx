/** The group behind a link: what it is, who runs it, and what one gains and loses by going in. */
import type { ReactNode } from "react";
import { GroupPicture } from "@/app/_ui/group-picture";
import type { JoinPageGroup } from "@/lib/join-links/queries";

export function GroupCard({ group, joins }: { group: JoinPageGroup; joins: boolean }) {
  return (
    <section aria-label="The group" className="grid gap-5 rounded-lg border border-line bg-panel p-5 sm:p-6">
      <div className="flex items-start gap-4">
        <GroupPicture picture={group.picture} colour={group.colour} size={56} />
        <div className="min-w-0">
          <p className="font-serif text-xl break-words">{group.name}</p>
          <p className="text-sm text-muted">{group.type}</p>
          {group.line ? <p className="mt-2 break-words">{group.line}</p> : null}
        </div>
      </div>
      {group.leaders.length > 0 ? <Line title="In charge">{group.leaders.join(", ")}</Line> : null}
      {joins && group.stakes.gains.length > 0 ? <Items title="As a member you may" items={group.stakes.gains} /> : null}
      {joins && group.confers.length > 0 ? <Items title="Members also hold" items={group.confers} /> : null}
      {joins && group.stakes.losses.length > 0 ? (
        <Items title="What you give up, since members do not have it" items={group.stakes.losses} />
      ) : null}
    </section>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="text-sm font-semibold">{title}</h2>
      <p className="text-sm text-muted">{children}</p>
    </div>
  );
}

function Items({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="list-disc pl-5 text-sm text-muted">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
