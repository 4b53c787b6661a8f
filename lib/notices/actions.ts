"use server";
import { formAction } from "@/lib/action";
import { markNoticesRead } from "./mark-read";
import { markNoticesRead as shape } from "./schema";

export const markNoticesReadAction = formAction(shape, markNoticesRead);
