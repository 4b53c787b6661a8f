import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { editTypeAction } from "@/lib/group-types/actions";
import type { TypePage } from "@/lib/group-types/queries/find-type";
import { CONTENT_TYPES } from "@/lib/policy/content-rows";
import { Beginnings } from "./beginnings";

export function EditType({ type }: { type: TypePage }) {
  return (
    <ActionForm
      action={editTypeAction}
      label="Settings of the type"
      className="grid gap-8"
      done={<Notice tone="success">Saved.</Notice>}
    >
      <input type="hidden" name="type" value={type.name} />
      <input type="hidden" name="version" value={type.version} />
      <div className="grid gap-6">
        <TextInput name="label" label="Name" defaultValue={type.label} maxLength={80} autoComplete="off" />
        <p className="text-sm text-muted">
          Machine name: <code>{type.name}</code>
        </p>
        <TextArea
          name="description"
          label="What groups of it are for"
          hint="Shown to whoever creates a group."
          defaultValue={type.description}
          maxLength={2000}
          optional
        />
      </div>
      <Content content={type.content} />
      <Creator type={type} />
      <Beginnings defaults={type.defaults} />
      <SubmitButton>Save</SubmitButton>
    </ActionForm>
  );
}

function Content({ content }: Pick<TypePage, "content">) {
  return (
    <Fieldset legend="What is in its groups" id="content">
      {CONTENT_TYPES.map(({ key, section }) => (
        <Checkbox
          key={key}
          id={`content-${key}`}
          name="content"
          value={key}
          label={section}
          hint="Switched off, it takes its rows out of the table, with every tick in them."
          defaultChecked={content.includes(key)}
        />
      ))}
    </Fieldset>
  );
}

function Creator({ type: { creator, roles } }: { type: TypePage }) {
  return (
    <Fieldset legend="Whoever creates a group" id="creatorIsMember" className="group/creator">
      <Checkbox
        id="creator-member"
        name="creatorIsMember"
        label="Becomes its first member"
        defaultChecked={creator.member}
      />
      {roles.length > 0 ? (
        <div className="hidden gap-3 pl-8 group-has-[#creator-member:checked]/creator:grid">
          {roles.map(({ name, label }) => (
            <Checkbox
              key={name}
              id={`creator-${name}`}
              name="creatorRoles"
              value={name}
              label={`And receives the role ${label}`}
              defaultChecked={creator.roles.includes(name)}
            />
          ))}
        </div>
      ) : null}
    </Fieldset>
  );
}
