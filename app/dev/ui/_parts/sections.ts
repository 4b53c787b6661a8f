/** What the page shows, from the ground up, and in which order. */
import type { ReactNode } from "react";
import { Buttons } from "./buttons";
import { ChoicesShown } from "./choices";
import { Colours } from "./colours";
import { Fields } from "./fields";
import { Forms } from "./forms";
import { Lists } from "./lists";
import { Menus } from "./menus";
import { People } from "./people";
import { Pictures } from "./pictures";
import { Standings } from "./standings";
import { Tables } from "./tables";
import { Type } from "./type";
import { Ways } from "./ways";
import { Words } from "./words";
import { Writing } from "./writing";

export const SECTIONS: readonly { id: string; title: string; Part: () => ReactNode }[] = [
  { id: "colours", title: "Colours", Part: Colours },
  { id: "type", title: "Type", Part: Type },
  { id: "words", title: "Words", Part: Words },
  { id: "buttons", title: "Buttons", Part: Buttons },
  { id: "fields", title: "Fields", Part: Fields },
  { id: "choices", title: "Choices", Part: ChoicesShown },
  { id: "forms", title: "Forms", Part: Forms },
  { id: "writing", title: "Writing", Part: Writing },
  { id: "standings", title: "Badges and notices", Part: Standings },
  { id: "tables", title: "Tables", Part: Tables },
  { id: "lists", title: "Lists and panels", Part: Lists },
  { id: "ways", title: "Ways", Part: Ways },
  { id: "menus", title: "Menus", Part: Menus },
  { id: "people", title: "People and the house", Part: People },
  { id: "pictures", title: "Pictures of groups", Part: Pictures },
];
