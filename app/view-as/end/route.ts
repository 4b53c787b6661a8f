/** The way back to oneself: a plain form of the banner, which pages at the edge have too. */
import { formRoute } from "@/lib/action";
import { endViewing } from "@/lib/view-as/commands";
import { endViewing as shape } from "@/lib/view-as/schema";

export const POST = formRoute(shape, endViewing, { to: (result) => (result.ok ? "/admin/view-as" : "/home") });
