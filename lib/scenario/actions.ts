"use server";
import { formAction } from "@/lib/action";
import { trialForm } from "./schema";
import { TRIAL_SENTENCES } from "./sentences";
import { tryByForm } from "./trial/by-form";

/** Writes nothing: the page stays and shows what came of it. */
export const tryScenariosAction = formAction(trialForm, tryByForm, { says: TRIAL_SENTENCES, files: { file: "text" } });
