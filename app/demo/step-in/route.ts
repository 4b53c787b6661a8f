/** The demo's door. The mark in the database is asked on every call; without it this is a page that nobody made. */
import { formRoute } from "@/lib/action";
import { stepInHere } from "@/lib/demo/at-the-door";
import { stepInShape } from "@/lib/demo/schema";

export const POST = formRoute(stepInShape, stepInHere, {
  to: (result) => (result.ok ? (result.data?.next ?? "/home") : null),
});
