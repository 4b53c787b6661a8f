/** A second thought before something is done to an account: what follows from it, and why. */
import { ButtonLink } from "@/app/_ui/button";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import {
  deactivateAccountAction,
  makeOwnerAction,
  reactivateAccountAction,
  unassignGlobalRoleAction,
  unmakeOwnerAction,
} from "@/lib/people/admin-actions";
import { findAccountToll } from "@/lib/people/queries/find-account-toll";
import type { PersonLine } from "@/lib/people/queries/list-people";
import { refusalWords } from "@/lib/people/sentences-accounts";
import type { Viewer } from "@/lib/session/viewer";
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
  const question = questionOf(person, verb);
  const gives = verb === "make-owner" || verb === "reactivate";
  const { answer, toll } = gives
    ? { answer: "changed" as const, toll: null }
    : await findAccountToll(viewer, person.id, verb);
  const back = <ButtonLink href={withQuery(`/admin/people/${person.id}`, {})}>Back</ButtonLink>;
  return (
    <Panel id="ask" title={question.title} tone={gives ? "plain" : "danger"}>
      {answer === "changed" ? (
        <ActionForm action={question.action} label={question.title}>
          <p>{question.words}</p>
          {gives ? null : <TollNotice toll={toll} />}
          <input type="hidden" name="account" value={person.id} />
          {typeof verb === "string" ? null : <input type="hidden" name="role" value={verb.takes} />}
          <TextInput
            name="reason"
            label="Why?"
            hint="They read it, and it stands in the log."
            optional
            maxLength={500}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={gives ? "primary" : "danger"}>{question.go}</SubmitButton>
            {back}
          </div>
        </ActionForm>
      ) : (
        <Notice title={refusalWords(answer)} actions={back} />
      )}
    </Panel>
  );
}

function questionOf({ name, roles }: PersonLine, verb: AskedVerb): Question {
  switch (verb) {
    case "deactivate":
      return {
        action: deactivateAccountAction,
        title: `Deactivate ${name}?`,
        words: "They are signed out everywhere at once and removed from every group. Their posts stay.",
        go: "Deactivate",
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
