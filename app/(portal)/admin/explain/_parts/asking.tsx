/** The form with whatever there is below it: examples, a choice among what fits, or the answer. */
import type { GroupNamed } from "@/lib/explain/queries/list-named";
import type { Explanation } from "@/lib/explain/shape";
import { Answer } from "../../../_parts/why/answer";
import type { AskedSubject, FoundSubject } from "../../../_parts/why/asked-subject";
import { Choose } from "../../../_parts/why/choose";
import { Everything } from "../../../_parts/why/everything";
import { SideBySide } from "../../../_parts/why/side-by-side";
import { type Asked, explainPath } from "./asked";
import { NothingAsked } from "./nothing-asked";
import { QuestionForm } from "./question-form";

type Props = {
  asked: Asked;
  roles: readonly { readonly name: string; readonly label: string }[];
  group: GroupNamed | undefined;
  groups: readonly GroupNamed[];
  first: FoundSubject;
  second: FoundSubject;
  answers: readonly [first: Explanation | null, second: Explanation | null];
};

export function Asking(props: Props) {
  const { asked, roles, group, answers } = props;
  const named = { ...asked, first: shown(asked.first, answers[0]), second: shown(asked.second, answers[1]) };
  return (
    <div className="grid grid-cols-1 gap-8">
      <QuestionForm asked={named} roles={roles} group={group?.slug} />
      <Below {...props} />
    </div>
  );
}

function Below({ asked, group, groups, first, second, answers: [answer, other] }: Props) {
  if (asked.group === "" || first.found === "nothing-asked") return <NothingAsked />;
  if (!group) {
    return (
      <Choose
        title={
          groups.length > 0 ? `Which group is “${asked.group}”?` : `No group that you see begins like “${asked.group}”`
        }
        choices={groups.map(({ slug, name }) => ({ id: slug, label: name, more: slug }))}
        hint="Type how its name begins, or its address."
        pathOf={(slug) => explainPath(asked, { group: slug })}
      />
    );
  }
  if (first.found !== "one") return <Who asked={asked} subject={asked.first} found={first} which="who" />;
  if (second.found === "several" || second.found === "none")
    return <Who asked={asked} subject={asked.second} found={second} which="who2" />;
  if (!answer) return <Choose title="Nobody to ask about" choices={[]} hint={GONE} pathOf={() => explainPath(asked)} />;
  const pathOf = (permission: string) => explainPath(asked, { permission });
  return (
    <>
      {other ? (
        <div className="grid grid-cols-1 gap-x-8 gap-y-10 lg:grid-cols-2">
          <Answer explanation={answer} beside />
          <Answer explanation={other} beside />
        </div>
      ) : (
        <Answer explanation={answer} />
      )}
      {other ? (
        <SideBySide first={answer} second={other} pathOf={pathOf} />
      ) : (
        <Everything explanation={answer} pathOf={pathOf} />
      )}
    </>
  );
}

const GONE = "There is no such account or role, or none that you know of.";

type WhoProps = { asked: Asked; subject: AskedSubject; found: FoundSubject; which: "who" | "who2" };

function Who({ asked, subject, found, which }: WhoProps) {
  const people = "people" in found ? found.people : [];
  return (
    <Choose
      title={people.length > 0 ? `Who is “${subject.name}”?` : `Nobody that you can find is called “${subject.name}”`}
      choices={people.map(({ id, name, email }) => ({ id, label: name, more: email }))}
      hint="Capitals and accents do not matter."
      pathOf={(id) => explainPath(asked, { [which]: id })}
    />
  );
}

/** What the form shows: whoever was found, by name. */
const shown = (asked: AskedSubject, explanation: Explanation | null): AskedSubject =>
  asked.kind === "person" && explanation?.person ? { ...asked, name: explanation.person } : asked;
