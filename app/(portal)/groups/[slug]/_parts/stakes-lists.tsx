/** What one gains and what one loses, side by side, before one does it. */
import { Minus, Plus } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { Stakes } from "@/lib/groups/stakes";

type Props = {
  stakes: Stakes;
  /** global roles that come or go with being in the group */
  roles?: { readonly gained?: readonly string[]; readonly lost?: readonly string[] };
  /** where the two stand under a heading of their own */
  level?: "h2" | "h3";
  /** whoever gains and loses is not the reader */
  theirs?: boolean;
};

export function StakesLists({ stakes, roles = {}, level = "h2", theirs }: Props) {
  const who = theirs ? "They" : "You";
  const named = (labels: readonly string[] = []) => labels.map((label) => `The role ${label}`);
  const gains = [...named(roles.gained), ...stakes.gains];
  const losses = [...named(roles.lost), ...stakes.losses];
  return (
    <div className="@container">
      <div className="grid grid-cols-1 gap-6 @md:grid-cols-2">
        {/* Who gives something up and gets nothing for it reads that first. */}
        <Side
          level={level}
          title={`${who} gain`}
          none={`Nothing that ${who.toLowerCase()} do not have already.`}
          items={gains}
          last={gains.length === 0 && losses.length > 0}
        />
        <Side level={level} title={`${who} lose`} none="Nothing." items={losses} minus />
      </div>
    </div>
  );
}

type SideProps = {
  level: "h2" | "h3";
  title: string;
  none: string;
  items: readonly string[];
  minus?: boolean;
  last?: boolean;
};

function Side({ level: Heading, title, none, items, minus, last }: SideProps) {
  return (
    <section aria-label={title} className={`grid content-start gap-2 ${last ? "order-last" : ""}`}>
      <Heading className="text-lg">{title}</Heading>
      {items.length === 0 ? <p className="text-sm text-muted">{none}</p> : null}
      <ul className="grid gap-1.5 text-sm">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Icon of={minus ? Minus : Plus} className={`mt-0.5 ${minus ? "text-danger" : "text-accent"}`} />
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
