/** After one left the portal. It knows nobody any more. */
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

export const metadata: Metadata = { title: "Goodbye" };

type Props = { searchParams: Promise<{ account?: string | string[] }> };

export default async function Goodbye({ searchParams }: Props) {
  const sleeps = (await searchParams).account === "deactivated";
  return (
    <>
      <PageHeader title="Goodbye, and thank you" />
      <div className="grid justify-items-start gap-6">
        {sleeps ? (
          <p>
            Your account is deactivated and you are signed out everywhere. Whoever runs this portal can let you in
            again; your groups do not come back by themselves.
          </p>
        ) : (
          <p>
            Your account is deleted and you are signed out everywhere. What you wrote stays, by “deleted account”. You
            are welcome to come back one day: as somebody new, since nothing of the old account is left to return to.
          </p>
        )}
        <ButtonLink href="/">To the front page</ButtonLink>
      </div>
    </>
  );
}
