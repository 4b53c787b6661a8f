/** The sentence of a notice with its group as a link, why it came about, and where one can act on it. */
import { TextLink } from "@/app/_ui/text-link";
import type { NoticeLine } from "@/lib/notices/queries";
import { type Said, saidOf } from "@/lib/notices/sentence";

/** `plain`: without a link, where the words are something to press themselves. */
export function Words({ line, plain = false }: { line: NoticeLine; plain?: boolean }) {
  const said = saidOf(line);
  const { before, group, after } = plain ? unended(said) : said;
  const linked = line.group && !plain ? <TextLink href={`/groups/${line.group.slug}`}>{group}</TextLink> : group;
  return (
    <>
      {before}
      {linked}
      {after}
    </>
  );
}

/** Where it goes on with how many more there are. */
const unended = ({ before, group, after }: Said): Said =>
  group === null
    ? { before: before.replace(/\.$/, ","), group, after }
    : { before, group, after: after.replace(/\.$/, ",") };

export function Why({ said }: { said: string | null }) {
  return said ? <p className="text-sm text-muted">{said}</p> : null;
}

export function DecideLink({ line: { group, mayDecide } }: { line: NoticeLine }) {
  if (!group || !mayDecide) return null;
  return (
    <p className="text-sm">
      <TextLink href={`/groups/${group.slug}/requests`}>See who waits</TextLink>
    </p>
  );
}
