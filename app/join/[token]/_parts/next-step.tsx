/** The one button of a link's page, or the ways to an account. Plain forms to Node: an edge page has no actions. */
import { buttonClass } from "@/app/_ui/button";
import { boxClass, Field } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { JoinPage } from "@/lib/join-links/queries";

type Props = { page: JoinPage; token: string };

export function NextStep({ page, token }: Props) {
  const { answer, account, group } = page;
  if (answer === "already-member" || answer === "already-pending") {
    return group ? <ToGroup slug={group.slug} name={group.name} /> : null;
  }
  if (page.state !== "open") return <ToStart />;
  if (!account) return <ToAccount token={token} />;
  const goes = answer === "joined" || answer === "requested";
  return (
    <div className="grid gap-6">
      {goes ? <Accept token={token} asks={answer === "requested"} /> : <ToStart />}
      <Account name={account.name} token={token} />
    </div>
  );
}

function Accept({ token, asks }: { token: string; asks: boolean }) {
  return (
    <form method="post" action={`/join/${token}/accept`} className="grid gap-4">
      {asks ? (
        <Field id="note" label="A word to whoever decides" hint="It stays with the group’s requests." optional>
          {(wiring) => <textarea {...wiring} name="note" rows={3} maxLength={500} className={boxClass} />}
        </Field>
      ) : (
        <input type="hidden" name="note" value="" />
      )}
      <SubmitButton pendingLabel={asks ? "Asking …" : "Joining …"}>{asks ? "Ask to join" : "Join"}</SubmitButton>
    </form>
  );
}

/** Which account is about to join, for those who have several or share a machine. */
function Account({ name, token }: { name: string; token: string }) {
  return (
    <form
      method="post"
      action={`/join/${token}/enter`}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted"
    >
      <span>
        You are signed in as <strong className="font-semibold text-ink">{name}</strong>.
      </span>
      <button type="submit" name="way" value="sign-out" className="link cursor-pointer">
        Not you?
      </button>
    </form>
  );
}

function ToAccount({ token }: { token: string }) {
  return (
    <form method="post" action={`/join/${token}/enter`} className="flex flex-wrap gap-3">
      <button type="submit" name="way" value="sign-in" className={buttonClass("primary")}>
        Sign in
      </button>
      <button type="submit" name="way" value="sign-up" className={buttonClass("quiet")}>
        Create account
      </button>
    </form>
  );
}

function ToGroup({ slug, name }: { slug: string; name: string }) {
  return (
    <p>
      <a href={`/groups/${slug}`} className={buttonClass("primary")}>
        Go to {name}
      </a>
    </p>
  );
}

function ToStart() {
  return (
    <p className="flex flex-wrap gap-3">
      <a href="/groups" className={buttonClass("quiet")}>
        Browse groups
      </a>
    </p>
  );
}
