import type { Outcome } from "@/lib/gate/command";
import { decideGlobal } from "@/lib/policy/decide";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/session/viewer";
import { type ChangeSettingsAnswer, changeSettings } from "./commands";
import { wasOf } from "./queries";
import { type SettingsForm, changeSettings as shape } from "./schema";
import { SETTING_FIELDS, SETTING_SENTENCES } from "./sentences";

/** Changes the settings as one form has them, unless somebody else changed them meanwhile (`stale`). */
export async function changeSettingsByForm(
  viewer: Viewer,
  { was, signUpDomains, ...form }: SettingsForm,
): Promise<Outcome<ChangeSettingsAnswer | "stale">> {
  if (!decideGlobal(viewer, "setting.administer").allowed) return { answer: "not-permitted", done: false, data: null };
  if (wasOf(viewer.settings) !== was) return { answer: "stale", done: false, data: null };
  const outcome = await changeSettings(viewer, { ...form, signUpDomains: domainsOf(signUpDomains) });
  const field = SETTING_FIELDS[outcome.answer];
  if (field)
    throw new Refusal(outcome.answer, SETTING_SENTENCES[outcome.answer], {
      [field]: SETTING_SENTENCES[outcome.answer],
    });
  return outcome;
}

/** One to a line, or with commas between. */
function domainsOf(text: string): string[] {
  const parts = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => part.replace(/^@/, ""));
  const parsed = shape.shape.signUpDomains.safeParse([...new Set(parts.map((part) => part.toLowerCase()))]);
  if (parsed.success) return parsed.data ?? [];
  const issue = parsed.error.issues[0];
  const which = parts[Number(issue?.path[0])];
  throw new Refusal("invalid", "Something here needs another look.", {
    signUpDomains: which ? `“${which}” is no domain. A domain looks like example.org.` : "At most 100 domains.",
  });
}
