/** Coming in with address and password; in a demo, as one of its people. */
import type { Metadata } from "next";
import { ActionForm } from "@/app/_ui/form";
import { PageHeader } from "@/app/_ui/page-header";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextInput } from "@/app/_ui/text-input";
import { TextLink } from "@/app/_ui/text-link";
import { listDemoPeople } from "@/lib/demo/step-in";
import { serverEnv } from "@/lib/env";
import { signInAction } from "@/lib/people/actions";
import { currentViewer } from "@/lib/session/current";
import { ownPath } from "@/lib/session/own-path";
import { AlreadyHere } from "./_parts/already-here";
import { DemoPeople } from "./_parts/demo-people";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignIn({ searchParams }: Props) {
  const viewer = await currentViewer();
  const people = await listDemoPeople(viewer);
  const { next, callbackUrl } = await searchParams;
  const onward = ownPath(next ?? withoutOrigin(callbackUrl), "/home");
  const query = onward === "/home" ? "" : (`?next=${encodeURIComponent(onward)}` as const);
  return (
    <>
      <PageHeader title="Sign in" />
      <div className="grid gap-10">
        {viewer.account?.active ? <AlreadyHere name={viewer.name ?? ""} onward={onward} /> : null}
        {people.length > 0 ? <DemoPeople people={people} onward={onward} /> : null}
        {people.length > 0 ? <h2 className="text-xl">Or with an account of your own</h2> : null}
        <ActionForm action={signInAction} label="Sign in">
          <input type="hidden" name="next" value={onward} />
          <TextInput name="email" label="E-mail address" type="email" autoComplete="username" maxLength={320} />
          <TextInput name="password" label="Password" type="password" autoComplete="current-password" maxLength={512} />
          <SubmitButton pendingLabel="Signing in">Sign in</SubmitButton>
        </ActionForm>
        <p className="text-muted">
          No account yet? <TextLink href={`/sign-up${query}`}>Create one</TextLink>
        </p>
      </div>
    </>
  );
}

/** The sign-in library names pages with this portal's origin before them. */
function withoutOrigin(address: string | string[] | undefined): string | undefined {
  const origin = serverEnv().PORTAL_URL;
  return typeof address === "string" && address.startsWith(`${origin}/`) ? address.slice(origin.length) : undefined;
}
