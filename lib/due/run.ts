/** What falls due by itself: one function for the worker's minute and for a scenario's `wait`. */
import { forgetOldJobs } from "@/lib/jobs/work";
import { endDueMemberships } from "@/lib/members/due";
import { forgetOldMail } from "@/lib/outbox/forget";
import type { Portal } from "@/lib/portal";
import { forgetOldCounts } from "@/lib/session/rate";
import { endExpiredSessions } from "@/lib/session/session";
import { endDueViews } from "@/lib/view-as/due";

export async function runDue(portal: Portal): Promise<void> {
  await endDueMemberships(portal);
  await endDueViews(portal);
  await endExpiredSessions(portal);
  await forgetOldCounts(portal);
  await forgetOldJobs(portal);
  await forgetOldMail(portal);
}
