"use server";
import { formAction } from "@/lib/action";
import { changeSettingsByForm } from "./change-by-form";
import { releaseName, reserveName } from "./commands";
import * as shape from "./schema";
import * as says from "./sentences";

export const changeSettingsAction = formAction(shape.settingsForm, changeSettingsByForm, {
  says: says.SETTING_SENTENCES,
});
export const reserveNameAction = formAction(shape.reserveName, reserveName, { says: says.RESERVE_SENTENCES });
export const releaseNameAction = formAction(shape.releaseName, releaseName, { says: says.RELEASE_SENTENCES });
