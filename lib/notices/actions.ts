"use server";
import { formAction } from "@/lib/action";
import { chooseMail } from "./choose-mail";
import { markChangeRead, markNoticesRead } from "./mark-read";
import { markChangeRead as changeShape, chooseMail as chooseShape, markNoticesRead as shape } from "./schema";

export const markNoticesReadAction = formAction(shape, markNoticesRead);
export const markChangeReadAction = formAction(changeShape, markChangeRead);
export const chooseMailAction = formAction(chooseShape, chooseMail);
