/** What the page of a link says in each of its states. Beside the screen, and tested one by one. */
import type { JoinPage } from "@/lib/join-links/queries";

export interface Words {
  readonly title: string;
  readonly lead: string;
  /** what to do about it, where there is something */
  readonly detail?: string;
}

const ASK_FOR_NEW = "Ask whoever gave it to you for a new one.";

const CLOSED: Record<Exclude<JoinPage["state"], "open">, Words> = {
  revoked: {
    title: "This invitation was withdrawn",
    lead: "It was real once, and it opens nothing any more.",
    detail: ASK_FOR_NEW,
  },
  unavailable: {
    title: "This invitation is not open at the moment",
    lead: "The group takes nobody in by link right now.",
    detail: "It may work again later. Ask whoever gave it to you.",
  },
  paused: {
    title: "This invitation is paused",
    lead: "Whoever looks after it has stopped it for a while.",
    detail: "It may work again later. Ask whoever gave it to you.",
  },
  expired: { title: "This invitation has expired", lead: "Its time has passed.", detail: ASK_FOR_NEW },
  "used-up": {
    title: "This invitation is used up",
    lead: "As many people as it was meant for have come in by it.",
    detail: ASK_FOR_NEW,
  },
};

export function wordsFor(page: JoinPage): Words {
  if (page.answer === "already-member" || page.answer === "already-pending") return standing(page);
  if (page.state !== "open") return CLOSED[page.state];
  const name = page.group?.name;
  if (!page.account) return signedOut(name, page);
  return answered(name ?? "this group", page);
}

function standing({ answer, group }: JoinPage): Words {
  const name = group?.name ?? "this group";
  return answer === "already-member"
    ? { title: `You are in ${name}`, lead: "There is nothing left to do with this invitation." }
    : { title: `You have asked to join ${name}`, lead: "Somebody in charge will look at it. You will be told." };
}

function signedOut(name: string | undefined, { asksApproval, group }: JoinPage): Words {
  if (!name) {
    return {
      title: "You are invited",
      lead: "This invitation shows what it leads to once you are signed in.",
      detail: "You come back to this page afterwards, and nothing happens before you press the button here.",
    };
  }
  const waits = asksApproval || !group?.flags.open || group.flags.restricted;
  return {
    title: `You are invited to ${name}`,
    lead: waits ? "With an account you can ask to join." : "With an account you can join at once.",
    detail: "You come back to this page after signing in, and nothing happens before you press the button here.",
  };
}

function answered(name: string, page: JoinPage): Words {
  const roles = listOf(page.missingRoles);
  switch (page.answer) {
    case "joined":
      return { title: `You are invited to ${name}`, lead: "One press, and you are in." };
    case "requested":
      return { title: `You are invited to ${name}`, lead: "You ask, and somebody in charge decides." };
    case "not-eligible":
      return {
        title: `${name} is for others`,
        lead: `It takes in only people who hold ${roles || "a role that you lack"}.`,
        detail: "An administrator of this portal can tell you how one comes by it.",
      };
    case "needs-request-permission":
      return {
        title: "You may not ask to join groups yet",
        lead: roles ? `That right comes with ${roles}.` : "Nobody but administrators holds that right at present.",
        detail:
          "An administrator of this portal can give it to you. The invitation stays good until then, if it does not end before.",
      };
    default:
      return {
        title: `${name} does not let you in by itself`,
        lead: "Its rules let people like you neither join nor ask to.",
        detail: "Whoever invited you can add you, if they run the group.",
      };
  }
}

/** Where the state is another than when the button was pressed. */
export function meanwhile(page: JoinPage, tried: string | string[] | undefined): string | null {
  if (page.answer === "already-member" || page.answer === "already-pending") return null;
  if (tried === "used-up" && page.state === "used-up") return "The last place was taken while you were reading.";
  if (tried === "expired" && page.state === "expired") return "The time ran out while you were reading.";
  if (tried && page.state !== "open") return "This changed while you were reading.";
  if (tried === "busy") return "Somebody else was changing the same thing. Please press the button again.";
  return null;
}

function listOf(labels: readonly string[]): string {
  if (labels.length < 2) return labels.join("");
  return `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}
