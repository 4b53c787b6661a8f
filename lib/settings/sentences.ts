/** What the screens say of every answer about the portal's settings. */
import type { SettingAnswer } from "@/lib/policy/answers/settings";
import type { ChangeSettingsAnswer } from "./commands";

export const SETTING_SENTENCES: Record<ChangeSettingsAnswer | "stale", string> = {
  changed: "Saved.",
  "not-permitted": "The settings of the portal are not yours to change.",
  "no-such-role": "There is no such role any more.",
  "no-such-type": "There is no such type any more.",
  "exceeds-own": "New accounts can be given only a role that you could give yourself.",
  stale: "Somebody changed the settings while you were here. Load the page again and look at them once more.",
};

/** Which field an answer is about. */
export const SETTING_FIELDS: Partial<Record<ChangeSettingsAnswer, string>> = {
  "no-such-role": "newAccountRole",
  "exceeds-own": "newAccountRole",
  "no-such-type": "defaultGroupType",
};

export const RESERVE_SENTENCES: Record<SettingAnswer, string> = {
  changed: "Reserved. Groups that bear the name already keep it.",
  "not-permitted": SETTING_SENTENCES["not-permitted"],
};

export const RELEASE_SENTENCES: Record<SettingAnswer, string> = {
  changed: "Released. Any group can be called that again.",
  "not-permitted": SETTING_SENTENCES["not-permitted"],
};
