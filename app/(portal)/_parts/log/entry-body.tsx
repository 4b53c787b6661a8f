/** One line of the log, all of it: who, when and why, what was before and what after, and what was done at once with it. */
import { type Fact, Facts } from "@/app/_ui/facts";
import { Panel } from "@/app/_ui/panel";
import { Table } from "@/app/_ui/table";
import { TextLink } from "@/app/_ui/text-link";
import { Time } from "@/app/_ui/time";
import { differencesOf } from "@/lib/audit/difference";
import type { LogLine } from "@/lib/audit/line";
import type { LogEntry } from "@/lib/audit/queries/find-entry";
import { rightCalled } from "@/lib/audit/sentence";
import { groupPath } from "../paths";
import { type AskedLog, logPath } from "./asked";
import { LogList } from "./log-list";

type Props = { entry: LogEntry; base: string };

export function EntryBody({ entry: { line, together, more }, base }: Props) {
  return (
    <div className="grid gap-8">
      <Panel>
        <Facts facts={factsOf(line, base)} />
      </Panel>
      <Changed line={line} />
      {together.length > 1 ? (
        <Panel
          id="together"
          look="bare"
          title="Done at once"
          lead="Lines of the same request, in the order in which they were written."
        >
          <LogList lines={together} base={base} label="Lines of the same request" current={line.id} />
          {more ? (
            <p className="mt-3 text-sm">
              <TextLink href={logPath(base, { request: line.request })}>All of them</TextLink>
            </p>
          ) : null}
        </Panel>
      ) : null}
    </div>
  );
}

function Changed({ line }: { line: LogLine }) {
  const differences = differencesOf(line);
  if (differences.length === 0) return null;
  const value = (text: string | null) => (text === null ? null : <bdi className="whitespace-pre-wrap">{text}</bdi>);
  return (
    <Panel id="changed" look="bare" title={line.before && line.after ? "What changed" : "What it was about"}>
      <Table
        caption="Each thing, before and after"
        columns={[{ label: "What" }, { label: "Before", words: true }, { label: "After", words: true }]}
        rows={differences.map(({ what, before, after }) => ({ key: what, cells: [what, value(before), value(after)] }))}
      />
    </Panel>
  );
}

function factsOf(line: LogLine, base: string): Fact[] {
  const { actor, person, group, type, role, permission, cause, reason } = line;
  const facts: (Fact | null)[] = [
    { name: "When", value: <Time at={line.at} /> },
    {
      name: "Who did it",
      value: actor ? (
        <Who name={actor.name} base={base} asked={{ actor: actor.id }} all="Everything they did" />
      ) : (
        "The portal, or somebody who was not signed in"
      ),
    },
    person && {
      name: "Whom it concerns",
      value: <Who name={person.name} base={base} asked={{ person: person.id }} all="Everything about them" />,
    },
    group && { name: "Group", value: <Where group={group} base={base} /> },
    type && { name: "Group type", value: type.label },
    role && { name: "Role", value: role.label },
    permission ? { name: "Permission", value: rightCalled(permission) } : null,
    cause ? { name: "Caused by", value: <code>{cause}</code> } : null,
    reason ? { name: "Reason given", value: <bdi className="whitespace-pre-wrap">{reason}</bdi> } : null,
    { name: "Kind", value: <code>{line.event}</code> },
    { name: "Line", value: line.id.toLocaleString("en") },
    {
      name: "Request",
      value: (
        <TextLink href={logPath(base, { request: line.request })}>
          <code className="break-all">{line.request}</code>
        </TextLink>
      ),
    },
  ];
  return facts.filter((fact) => fact !== null);
}

function Who({ name, base, asked, all }: { name: string; base: string; asked: AskedLog; all: string }) {
  return (
    <>
      <bdi>{name}</bdi> · <TextLink href={logPath(base, asked)}>{all}</TextLink>
    </>
  );
}

/** A group that is gone still has its lines. */
function Where({ group, base }: { group: NonNullable<LogLine["group"]>; base: string }) {
  const name = <bdi>{group.name}</bdi>;
  return (
    <>
      {group.slug ? <TextLink href={groupPath(group.slug)}>{name}</TextLink> : <>{name}, which is gone</>}
      {base.startsWith("/groups/") ? null : (
        <>
          {" · "}
          <TextLink href={logPath(base, { group: group.id })}>Every line about it</TextLink>
        </>
      )}
    </>
  );
}
