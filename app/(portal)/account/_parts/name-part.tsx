import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { renameSelfAction } from "@/lib/people/actions";

export function NamePart({ name }: { name: string }) {
  return (
    <Panel beside id="name-part" title="Name" lead="What others see.">
      <ActionForm action={renameSelfAction} label="Name" done={<Notice tone="success" title="Your name is changed." />}>
        <TextInput name="name" label="Name" defaultValue={name} autoComplete="name" maxLength={80} />
        <SubmitButton variant="quiet">Change name</SubmitButton>
      </ActionForm>
    </Panel>
  );
}
