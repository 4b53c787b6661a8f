/** An account of one's own, as far as this portal takes new ones. */
import type { Metadata } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { TextLink } from "@/app/_ui/text-link";
import { signUpAction } from "@/lib/people/actions";
import { findSignUpPage, type SignUpPage } from "@/lib/people/invitation";
import { SIGN_UP_SENTENCES } from "@/lib/people/sentences";
import { currentJoinToken, currentViewer } from "@/lib/session/current";
import { ownPath } from "@/lib/session/own-path";
import { NewPassword } from "../_parts/new-password";

export const metadata: Metadata = { title: "Create account" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignUp({ searchParams }: Props) {
  const page = await findSignUpPage(await currentViewer(), await currentJoinToken());
  const onward = ownPath((await searchParams).next, "/home");
  const query = onward === "/home" ? "" : (`?next=${encodeURIComponent(onward)}` as const);
  return (
    <>
      <PageHeader title="Create account" />
      <div className="grid gap-10">
        <Way page={page} onward={onward} />
        <p className="text-muted">
          Have an account? <TextLink href={`/sign-in${query}`}>Sign in</TextLink>
        </p>
      </div>
    </>
  );
}

function Way({ page, onward }: { page: SignUpPage; onward: string }) {
  if (page.way === "closed")
    return <EmptyState title={SIGN_UP_SENTENCES.closed}>Ask whoever runs it for one.</EmptyState>;
  if (page.way === "not-invited") {
    return <EmptyState title="By invitation">{SIGN_UP_SENTENCES["not-invited"]}</EmptyState>;
  }
  const addresses = page.way === "domains" ? `Your address at ${page.domains.join(", ")}. ` : "";
  return (
    <ActionForm action={signUpAction} label="Create account">
      <input type="hidden" name="next" value={onward} />
      <TextInput name="name" label="Name" hint="What others see." autoComplete="name" maxLength={80} />
      <TextInput
        name="email"
        label="E-mail address"
        hint={`${addresses}You sign in with it. We send you a mail to confirm it.`}
        type="email"
        autoComplete="username"
        maxLength={320}
      />
      <NewPassword name="password" label="Password" />
      <SubmitButton pendingLabel="Creating">Create account</SubmitButton>
    </ActionForm>
  );
}
