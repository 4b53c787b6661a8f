"use server";
import { formAction } from "@/lib/action";
import * as command from "./commands";
import { beginViewing } from "./schema";
import { VIEW_AS_SENTENCES } from "./sentences";

export const beginViewingAction = formAction(beginViewing, command.beginViewing, {
  says: VIEW_AS_SENTENCES,
  redirectTo: (data) => (data?.group ? `/groups/${data.group}` : "/home"),
});
