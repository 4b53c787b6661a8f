/** The demo's door. The mark in the database is asked on every call; without it this is a page that nobody made. */
import { formRoute } from "@/lib/action";
import { absent } from "@/lib/action/not-found";
import { stepInHere } from "@/lib/demo/at-the-door";
import { stepInShape } from "@/lib/demo/schema";

export const POST = formRoute(stepInShape, stepInHere, {
  to: (result) => (result.ok ? (result.data?.next ?? "/home") : null),
});

// Every other way of asking is answered as at an address that nobody made: 405 would tell that there is one.
export { absent as DELETE, absent as GET, absent as HEAD, absent as OPTIONS, absent as PATCH, absent as PUT };
