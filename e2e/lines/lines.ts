/** Every line of the lists of sections 6, 8 and 9 and every row of section 7, as the code has it. */
import { SECTION_8, SECTION_9 } from "./ceilings";
import { SECTION_7 } from "./consequences";
import type { Line } from "./line";
import { SECTION_6 } from "./verbs";

export const LINES: readonly Line[] = [...SECTION_6, ...SECTION_7, ...SECTION_8, ...SECTION_9];
