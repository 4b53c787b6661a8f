/** Which news comes by mail as well. In the portal all of it is told, whatever is chosen here. */
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Checkbox } from "@/app/_ui/choices";
import { Fieldset } from "@/app/_ui/fieldset";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextLink } from "@/app/_ui/text-link";
import { chooseMailAction } from "@/lib/notices/actions";
import { listMailChoices } from "@/lib/notices/queries";
import { KIND_WORDS } from "@/lib/notices/sentence-kinds";
import { currentViewer } from "@/lib/session/current";
import type { Viewer } from "@/lib/session/viewer";

export const metadata: Metadata = { title: "What comes by mail" };

export default async function MailSettings() {
  const viewer = await currentViewer();
  if (!viewer.account?.active) redirect("/sign-in?next=/notices/settings");
  const choices = await listMailChoices(viewer);
  return (
    <div className="max-w-prose">
      <PageHeader
        title="What comes by mail"
        lead="All of it is told in your notices. Choose here what is sent to you as well; what one change brings you comes as one mail."
        crumbs={[{ href: "/notices" as Route, label: "Notices" }]}
      />
      <WhereTo viewer={viewer} />
      <ActionForm
        action={chooseMailAction}
        label="What comes by mail"
        className="mt-6 grid gap-6"
        done={<Notice tone="success" title="Saved." />}
      >
        <Fieldset legend="Send me a mail about">
          {choices.map(({ kind, mail }) => (
            <Checkbox
              key={kind}
              id={`kinds-${kind}`}
              name="kinds"
              value={kind}
              label={KIND_WORDS[kind].label}
              hint={KIND_WORDS[kind].about}
              defaultChecked={mail}
            />
          ))}
        </Fieldset>
        <SubmitButton>Save</SubmitButton>
      </ActionForm>
    </div>
  );
}

function WhereTo({ viewer: { email, emailProven } }: { viewer: Viewer }) {
  const yourAccount = <TextLink href={"/account" as Route}>your account</TextLink>;
  if (!email) {
    return (
      <Notice tone="info" title="No mail reaches you yet">
        <p>Say in {yourAccount} where it should go.</p>
      </Notice>
    );
  }
  if (!emailProven) {
    return (
      <Notice tone="info" title={`No mail reaches ${email} yet`}>
        <p>Confirm the address first: open the mail that we sent there, or ask for another one in {yourAccount}.</p>
      </Notice>
    );
  }
  return <p className="text-sm text-muted">Mail goes to {email}.</p>;
}
