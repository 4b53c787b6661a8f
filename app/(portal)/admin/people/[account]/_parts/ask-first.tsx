/** A second thought before something is done to an account: what follows from it, and why. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { ReasonField } from "@/app/_ui/reason-field";
import { SubmitButton } from "@/app/_ui/submit-button";
import {
  deactivateAccountAction,
  deleteAccountAction,
  makeOwnerAction,
  reactivateAccountAction,
  unassignGlobalRoleAction,
  unmakeOwnerAction,
} from "@/lib/people/admin-actions";
import { findAccountEnd, findAccountToll } from "@/lib/people/queries/find-account-toll";
import type { AccountEnd } from "@/lib/people/queries/find-end";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { refusalWords } from "@/lib/people/sentences-accounts";
import type { Viewer } from "@/lib/session/viewer";
import { EndList } from "../../../../_parts/end-list";
import { withQuery } from "../../../../_parts/paths";
import { TollNotice } from "../../../_parts/toll-notice";
import type { AskedVerb } from "./asked-verb";

type Props = { viewer: Viewer; person: PersonLine; verb: AskedVerb };

interface Question {
  readonly action: FormAction;
  readonly title: string;
  readonly words: string;
  readonly go: string;
}

export async function AskFirst({ viewer, person, verb }: Props) {
  const own = viewer.account?.id === person.id;
  const question = questionOf(person, verb, own);
  const { answer, follows } = await asked(viewer, person, verb);
  const back = <ButtonLink href={withQuery(`/admin/people/${person.id}`, {})}>Back</ButtonLink>;
  return (
    <Panel id="ask" title={question.title} tone={gives(verb) ? "plain" : "danger"}>
      {answer === "changed" || answer === "deleted" ? (
        <ActionForm action={question.action} label={question.title}>
          <p>{question.words}</p>
          {follows}
          <input type="hidden" name="account" value={person.id} />
          {typeof verb === "string" ? null : <input type="hidden" name="role" value={verb.takes} />}
          <ReasonField hint={hintOf(verb, own)} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={gives(verb) ? "primary" : "danger"}>{question.go}</SubmitButton>
            {back}
          </div>
        </ActionForm>
      ) : (
        <Notice title={refusalWords(answer)} actions={back} />
      )}
    </Panel>
  );
}

function hintOf(verb: AskedVerb, own: boolean): string {
  if (own) return "It stands in the log.";
  return verb === "delete" ? "It stands in that mail and in the log." : "They read it, and it stands in the log.";
}

const gives = (verb: AskedVerb): boolean => verb === "make-owner" || verb === "reactivate";

/** What would be answered, and what would follow by itself. */
async function asked(viewer: Viewer, person: PersonLine, verb: AskedVerb) {
  if (verb === "make-owner" || verb === "reactivate") return { answer: "changed" as const, follows: null };
  if (verb === "deactivate" || verb === "delete") {
    const { answer, end } = await findAccountEnd(viewer, person.id, verb);
    return { answer, follows: end && <Follows end={end} /> };
  }
  const { answer, toll } = await findAccountToll(viewer, person.id, verb);
  return { answer, follows: <TollNotice toll={toll} /> };
}

function Follows({ end }: { end: AccountEnd }) {
  return (
    <Notice tone="warning" title="What ends with it">
      <EndList end={end} whose="theirs" />
      <p>Nothing of it comes back by itself.</p>
    </Notice>
  );
}

function questionOf({ name, roles }: PersonLine, verb: AskedVerb, own: boolean): Question {
  switch (verb) {
    case "deactivate":
      return {
        action: deactivateAccountAction,
        title: `Deactivate ${name}?`,
        words:
          "They cannot sign in any more until somebody lets them in again. Their posts and the groups that they created stay.",
        go: "Deactivate",
      };
    case "delete":
      return {
        action: deleteAccountAction,
        title: `Delete the account of ${name}?`,
        words: `It is gone for good, with its address and its password. Their posts stay, by “deleted account”, and so do groups that they created. The log keeps the name.${own ? "" : " A last mail tells them, if their address is confirmed and they want mail about their account."}`,
        go: "Delete the account",
      };
    case "reactivate":
      return {
        action: reactivateAccountAction,
        title: `Let ${name} in again?`,
        words: "They can sign in again. Groups, leaderships and requests do not come back by themselves.",
        go: "Let in",
      };
    case "make-owner":
      return {
        action: makeOwnerAction,
        title: `Make ${name} a site owner?`,
        words: "They would hold every permission there is, and decide with you who else does.",
        go: "Make them a site owner",
      };
    case "unmake-owner":
      return {
        action: unmakeOwnerAction,
        title: `End that ${name} is a site owner?`,
        words: "They keep what their roles give them, and lose everything else.",
        go: "End it",
      };
    default:
      return {
        action: unassignGlobalRoleAction,
        title: `Take the role ${roles.find((role) => role.name === verb.takes)?.label ?? verb.takes} from ${name}?`,
        words: "They lose what it gives them, at once, unless another role gives it as well.",
        go: "Take the role",
      };
  }
}
