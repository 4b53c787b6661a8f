/** One's own membership: since when, for how long, with what; and one's own words on it. */
import { Facts } from "@/app/_ui/facts";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { Time } from "@/app/_ui/time";
import type { OwnMembership as Membership } from "@/lib/groups/queries/find-group";
import { editOwnMembershipAction } from "@/lib/members/actions";

type Props = { slug: string; membership: Membership; mayEdit: boolean };

export function OwnMembership({ slug, membership, mayEdit }: Props) {
  const { since, until, title, note, roles } = membership;
  const facts = [
    { name: "Since", value: <Time at={since} show="day" /> },
    ...(until ? [{ name: "Until", value: <Time at={until} /> }] : []),
    ...(roles.length > 0 ? [{ name: "Roles", value: roles.join(", ") }] : []),
    ...(title ? [{ name: "Title", value: title }] : []),
    ...(note ? [{ name: "Note", value: <span className="whitespace-pre-line">{note}</span> }] : []),
  ];
  return (
    <Panel id="membership" title="Your membership">
      <Facts facts={facts} />
      {mayEdit ? (
        <details className="mt-4 border-t border-line pt-3">
          <summary className="cursor-pointer text-sm font-medium text-accent">Change your title or note</summary>
          <ActionForm
            action={editOwnMembershipAction}
            className="mt-3 grid gap-4"
            done={<Notice tone="success" title="Saved." />}
          >
            <input type="hidden" name="group" value={slug} />
            <TextInput name="title" label="Title" optional maxLength={80} defaultValue={title} />
            <TextArea
              name="note"
              label="Note"
              hint="You and those who administer members read it."
              optional
              maxLength={500}
              rows={3}
              defaultValue={note}
            />
            <SubmitButton variant="quiet">Save</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
