/** The right verb for this person and this group. Where nothing can be lost its button acts; else it leads to a page. */
import type { Route } from "next";
import { ButtonLink, buttonClass, type Size, type Variant } from "@/app/_ui/button";
import type { Verb } from "@/lib/groups/verb";
import { joinGroupAction } from "@/lib/members/actions";
import { withdrawRequestAction } from "@/lib/requests/actions";
import { ListForms } from "./list-form";
import { groupPath, signInPath } from "./paths";

type Props = {
  group: { readonly slug: string; readonly name: string; readonly status?: { readonly leads: boolean } };
  verb: Verb;
  /** in a list, asking is one press; on the group's own page it leads to what asking means */
  place?: "list" | "page";
};

/** The forms behind the buttons: once on every page that shows verbs. */
export function VerbForms() {
  return (
    <ListForms
      forms={[
        { id: "ask", action: joinGroupAction },
        { id: "withdraw", action: withdrawRequestAction },
      ]}
    />
  );
}

export function VerbButton({ group, verb, place = "list" }: Props) {
  const page = place === "page";
  const first = page && !group.status?.leads;
  const main: Look = { variant: first ? "primary" : "soft", size: page ? "md" : "sm" };
  const other: Look = { variant: "quiet", size: main.size, className: "max-sm:flex-none!" };
  // In a list what ends something stands back, with its words on the edge that the buttons have.
  const aside: Look = page ? other : { variant: "plain", size: "sm", className: "sm:-mr-3 max-sm:-ml-3" };
  const link = (href: Route, words: string, look: Look) => (
    <ButtonLink href={href} {...look}>
      {words} <For name={group.name} />
    </ButtonLink>
  );
  const press = (form: string, words: string, look: Look) => (
    <button
      type="submit"
      form={form}
      name="group"
      value={group.slug}
      className={buttonClass(look.variant, look.size, look.className)}
    >
      {words} <For name={group.name} />
    </button>
  );
  const joining = groupPath(group.slug, "/join");
  const leaving = groupPath(group.slug, "/leave");
  switch (verb.kind) {
    case "sign-in":
      return link(signInPath(groupPath(group.slug)), "Sign in to join", main);
    case "join":
      return link(joining, "Join", main);
    case "ask":
      return page ? link(joining, "Ask to join", main) : press("ask", "Ask to join", main);
    case "pending":
      return press("withdraw", "Withdraw", other);
    case "member-leave":
      return link(leaving, "Leave", aside);
    case "member-ask-leave":
      return link(leaving, "Ask to leave", aside);
    case "managed":
      return <span className="text-sm text-muted">Managed for you</span>;
    case "why-not":
      return link(isAboutLeaving(verb.word) ? leaving : joining, "Why can’t I?", aside);
  }
}

type Look = { variant: Variant; size: Size; className?: string };

function isAboutLeaving(word: (Verb & { kind: "why-not" })["word"]): boolean {
  return word === "last-admin" || word === "not-a-member";
}

/** In a list of equal buttons, ears are told which is whose. */
function For({ name }: { name: string }) {
  return <span className="sr-only">{name}</span>;
}
