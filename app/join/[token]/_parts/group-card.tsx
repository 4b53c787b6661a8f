/** The group behind a link: what it is, who runs it, and what one gains and loses by going in. */
import { Minus, Plus } from "lucide";
import type { ReactNode } from "react";
import { GroupPicture } from "@/app/_ui/group-picture";
import { Icon } from "@/app/_ui/icon";
import type { JoinPageGroup } from "@/lib/join-links/queries";

export function GroupCard({ group, joins }: { group: JoinPageGroup; joins: boolean }) {
  return (
    <section aria-label="The group" className="grid gap-5 rounded-lg border border-line bg-panel p-5 sm:p-6">
      <div className="flex items-start gap-4">
        <GroupPicture picture={group.picture} colour={group.colour} size={56} />
        <div className="min-w-0">
          <p className="font-serif text-xl">{group.name}</p>
          <p className="text-sm text-muted">{group.type}</p>
          {group.line ? <p className="mt-2">{group.line}</p> : null}
        </div>
      </div>
      {group.sentence ? <p className="border-l-2 border-accent pl-4 font-serif text-base">{group.sentence}</p> : null}
      {group.leaders.length > 0 ? <Line title="In charge">{group.leaders.join(", ")}</Line> : null}
      {joins && group.stakes.gains.length > 0 ? <Items title="As a member you may" items={group.stakes.gains} /> : null}
      {joins && group.confers.length > 0 ? <Items title="Members also hold" items={group.confers} /> : null}
      {joins && group.stakes.losses.length > 0 ? (
        <Items title="What you give up, since members do not have it" items={group.stakes.losses} minus />
      ) : null}
    </section>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title>{title}</Title>
      <p className="text-sm text-muted">{children}</p>
    </div>
  );
}

function Items({ title, items, minus }: { title: string; items: readonly string[]; minus?: boolean }) {
  return (
    <div className="grid gap-2">
      <Title>{title}</Title>
      <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Icon of={minus ? Minus : Plus} size={16} className={`mt-1 ${minus ? "text-danger" : "text-accent"}`} />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Title({ children }: { children: ReactNode }) {
  return <h2 className="font-sans text-sm font-semibold tracking-normal">{children}</h2>;
}
