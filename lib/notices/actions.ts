"use server";
import { formAction } from "@/lib/action";
import { chooseMail } from "./choose-mail";
import { markChangeRead, markNoticesRead } from "./mark-read";
import { chooseMail as chooseShape, markChangeRead as changeShape, markNoticesRead as shape } from "./schema";

export const markNoticesReadAction = formAction(shape, markNoticesRead);
export const markChangeReadAction = formAction(changeShape, markChangeRead);
export const chooseMailAction = formAction(chooseShape, chooseMail);
