/** The one explicit step of a join link: a plain form of its page, answered on Node. */
import { formRoute } from "@/lib/action";
import { joinGroup } from "@/lib/members/commands/join-group";
import { joinByLink } from "@/lib/members/schema";

export const POST = formRoute(joinByLink, joinGroup, {
  to: (result, { token = "" }) => {
    if (result.ok) return `/groups/${result.data?.slug}?welcome=${result.answer}`;
    if (result.code === "not-found" || result.code === "invalid") return null;
    // The page says by itself what the state is by now; `tried` lets it say that it changed while one was reading.
    return `/join/${token}?tried=${result.code}`;
  },
});
