/** What a link is like, in words and badges. */
import { Badge } from "@/app/_ui/badge";
import { Time } from "@/app/_ui/time";
import type { LinkLine } from "@/lib/join-links/queries";
import { numberWords } from "../../../../_parts/count-words";

const STATES: Record<LinkLine["state"], { word: string; tone: "accent" | "warning" | "danger" | "neutral" }> = {
  open: { word: "Works", tone: "accent" },
  paused: { word: "Paused", tone: "warning" },
  unavailable: { word: "Does not work now", tone: "warning" },
  expired: { word: "Expired", tone: "neutral" },
  "used-up": { word: "Used up", tone: "neutral" },
  revoked: { word: "Revoked", tone: "danger" },
  "not-found": { word: "Gone", tone: "danger" },
};

export function LinkBadges({ link }: { link: LinkLine }) {
  const { word, tone } = STATES[link.state];
  return (
    <>
      <Badge tone={tone}>{word}</Badge>
      {link.asksApproval ? <Badge>Always asks</Badge> : null}
    </>
  );
}

export const linkName = ({ label, prefix }: LinkLine): string => label || `Link ${prefix}…`;

export const usesOf = ({ uses, maxUses }: LinkLine): string =>
  maxUses === null ? numberWords(uses, "use") : `${uses.toLocaleString("en")} of ${numberWords(maxUses, "use")}`;

export function Expiry({ link }: { link: LinkLine }) {
  if (!link.expiresAt) return <>Never expires</>;
  return (
    <>
      {link.state === "expired" ? "Expired" : "Expires"} <Time at={link.expiresAt} />
    </>
  );
}

/** What would have to change for a link that does not work now. */
export function whyNotNow(link: LinkLine, internal: boolean): string | null {
  if (link.state !== "unavailable") return null;
  if (internal) return "The group is internal, and links do not let anybody in while it is.";
  return "Whoever made it may not manage links here at the moment. Give it a new address to make it yours.";
}
