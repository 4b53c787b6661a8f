/** What stands in the palette, in which order: what was found, and of what is here already what fits. */
import type { Answer, Way } from "@/app/api/palette/_parts/answer";
import type { FoundGroup } from "@/lib/palette/queries";
import { distance, fits, leads } from "./matching";

/** What only the browser can do. */
export type Doing = Way["does"] | { readonly theme: "light" | "dark" | "system" } | "help";

export type Sign = Way["sign"] | "light" | "dark" | "system" | "keys" | "search";

export interface Item {
  /** unique in the palette */
  readonly id: string;
  readonly label: string;
  /** small words behind it */
  readonly hint?: string;
  readonly face: Sign | "person" | { readonly picture: string; readonly colour: string };
  readonly does: Doing;
}

export interface Section {
  readonly name: string;
  readonly items: readonly Item[];
}

type Said = Omit<Way, "sign" | "does"> & { readonly sign: Sign; readonly does: Doing };

const theme = (sign: "light" | "dark" | "system", label: string, words: string): Said => ({
  kind: "action",
  label: `Theme: ${label}`,
  words: `colours mode ${words}`,
  sign,
  does: { theme: sign },
});

const HERE: readonly Said[] = [
  theme("light", "light", "day bright"),
  theme("dark", "dark", "night"),
  theme("system", "as the device", "system"),
  { kind: "action", label: "Keyboard help", words: "keys shortcuts", sign: "keys", does: "help" },
];

/** Own groups that are suggested before anything was typed, and that come first among those found. */
const OWN = 5;

/** `latest` may answer an earlier text; of it only what fits this one by name is believed. */
export function sectionsOf(q: string, start: Answer | null, latest: Answer | null, current: boolean): Section[] {
  const ways: readonly Said[] = [...(start?.ways ?? []), ...HERE];
  const own = start?.groups ?? [];
  if (q.trim() === "") {
    const suggested = ways.filter(({ quiet }) => !quiet);
    return kept([{ name: "My groups", items: own.slice(0, OWN).map(groupItem) }, ...waySections(suggested)]);
  }
  const believed = <T extends { name: string }>(all: readonly T[] = []) =>
    current ? all : all.filter(({ name }) => fits(q, name));
  const mine = own.filter(({ name }) => fits(q, name)).slice(0, OWN);
  const others = believed(latest?.groups).filter(({ slug }) => !mine.some((one) => one.slug === slug));
  const groups = [...mine, ...others].map(groupItem);
  const people = believed(latest?.people).map(personItem);
  const fitting = ways
    .filter(({ label, words = "" }) => fits(q, `${label} ${words}`))
    .toSorted((one, other) => distance(q, one.label) - distance(q, other.label));
  const sections = [
    { name: "Groups", items: current && latest?.more ? [...groups, moreItem(q.trim())] : groups },
    { name: "People", items: people },
    ...waySections(fitting),
  ];
  return nearestFirst(q, kept(sections));
}

const kept = (sections: readonly Section[]): Section[] => sections.filter(({ items }) => items.length > 0);

/** A section in which a name begins with what was typed comes before those in which it only occurs. */
function nearestFirst(q: string, sections: readonly Section[]): Section[] {
  const near = ({ items }: Section) => items.some(({ label }) => leads(q, label));
  return [...sections.filter(near), ...sections.filter((one) => !near(one))];
}

function waySections(ways: readonly Said[]): Section[] {
  const item = ({ kind, label, sign, does }: Said): Item => ({ id: `${kind} ${label}`, label, face: sign, does });
  const of = (kind: Way["kind"]) => ways.filter((way) => way.kind === kind).map(item);
  return [
    { name: "Pages", items: of("page") },
    { name: "Actions", items: of("action") },
  ];
}

const STANDING = { leads: "You lead it", member: "Member" };

function groupItem({ slug, name, picture, colour, type, standing }: FoundGroup): Item {
  const hint = standing ? `${type} · ${STANDING[standing]}` : type;
  return { id: `group ${slug}`, label: name, hint, face: { picture, colour }, does: { go: `/groups/${slug}` } };
}

function personItem({ id, name, own }: Answer["people"][number]): Item {
  return {
    id: `person ${id}`,
    label: name,
    hint: own ? "You" : undefined,
    face: "person",
    does: { go: `/people/${id}` },
  };
}

function moreItem(q: string): Item {
  const go = `/groups?${new URLSearchParams({ q })}`;
  return { id: "more", label: `All groups for “${q}”`, face: "search", does: { go } };
}
