/** A new join link; its secret address is shown on this very page, once. */
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choices";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { Select } from "@/app/_ui/select";
import { Sentence } from "@/app/_ui/sentence";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { createJoinLinkAction } from "@/lib/join-links/actions";
import { groupPath } from "../../../../_parts/paths";
import { foundGroup, type GroupProps, titled } from "../../_parts/found";
import { linkOrigin } from "../_parts/link-origin";
import { MadeLink } from "../_parts/made-link";

export const generateMetadata = ({ params }: GroupProps) => titled(params, "New join link");

const DAY = 24;
const EXPIRY = [
  { value: String(DAY), label: "A day" },
  { value: String(7 * DAY), label: "A week" },
  { value: String(30 * DAY), label: "30 days" },
  { value: String(365 * DAY), label: "A year" },
  { value: "", label: "Never" },
];

export default async function NewLinkPage({ params }: GroupProps) {
  const group = await foundGroup(params);
  if (!group.may.manageLinks) notFound();
  const back = groupPath(group.slug, "/links");
  return (
    <div className="column">
      <PageHeader
        crumbs={[
          { label: group.name, href: groupPath(group.slug) },
          { label: "Join links", href: back },
        ]}
        title="New join link"
      />
      <div className="grid gap-8">
        <Sentence>{group.sentence}</Sentence>
        <ActionForm action={createJoinLinkAction} label="New join link">
          <MadeLink before={await linkOrigin()} after={<ButtonLink href={back}>Back to the links</ButtonLink>}>
            <input type="hidden" name="group" value={group.slug} />
            <TextInput
              name="label"
              label="Label"
              hint="For whom it is, or where you put it. Only managers read it."
              optional
              maxLength={80}
            />
            <Select name="expiresInHours" label="Works for" choices={EXPIRY} defaultValue={String(7 * DAY)} />
            <TextInput
              name="maxUses"
              label="Uses"
              hint="How often it may be used. Empty: as often as people like."
              optional
              inputMode="numeric"
              className="max-w-40"
            />
            <Checkbox
              name="asksApproval"
              label="Always asks for approval"
              hint="Whoever comes by it has to be let in, even where people join at once."
            />
            <TextArea
              name="note"
              label="Note"
              hint="For yourself and the other managers."
              optional
              maxLength={500}
              rows={2}
            />
            <SubmitButton pendingLabel="Making it…">Make the link</SubmitButton>
          </MadeLink>
        </ActionForm>
      </div>
    </div>
  );
}
