/** What the address asks of the list of notices. */
import type { Route } from "next";
import type { NoticesAsked } from "@/lib/notices/queries";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/notices/sentence-kinds";
import { one, withQuery } from "../../_parts/paths";

const isKind = (text: string | undefined): text is NoticeKind => NOTICE_KINDS.some((kind) => kind === text);

export function askedFrom(query: Record<string, string | string[] | undefined>): NoticesAsked {
  const kind = one(query.kind);
  return {
    unread: one(query.show) === "unread",
    kind: isKind(kind) ? kind : undefined,
    after: one(query.after) ?? null,
  };
}

export function noticesPath({ unread, kind, after }: NoticesAsked): Route {
  return withQuery("/notices", { show: unread ? "unread" : null, kind: kind ?? null, after: after ?? null });
}
