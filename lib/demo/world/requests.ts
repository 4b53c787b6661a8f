/** Who asked for what, and what came of it: what nobody decided is pending still. */

export interface WorldRequest {
  readonly by: string;
  readonly group: string;
  readonly kind: "join" | "leave";
  /** the link that they came by */
  readonly link?: string;
  readonly note: string;
  readonly end?:
    | "withdrawn"
    | { readonly verdict: "approve" | "reject"; readonly who: string; readonly reason: string };
}

const join = { kind: "join" } as const;
const leave = { kind: "leave" } as const;

const approved = (who: string, reason = "") => ({ end: { verdict: "approve", who, reason } as const });
const rejected = (who: string, reason: string) => ({ end: { verdict: "reject", who, reason } as const });

/** Answered at once by nobody: these join by the link alone, and use it up. */
export const BERTHS_TAKEN: readonly string[] = ["Pip 🐙", "Ioana Ștefănescu"];

export const WORLD_REQUESTS: readonly WorldRequest[] = [
  {
    ...join,
    by: "Gustav Nyström",
    group: "scouts",
    link: "scouts",
    note: "Þórdís told me.",
    ...approved("Mira Anand"),
  },
  {
    ...{ ...join, by: "Cosmin Albu", group: "scouts", link: "scouts", note: "" },
    ...rejected("Mira Anand", "Say a word about yourself, and ask again."),
  },
  { ...join, by: "Kwame Mensah", group: "scouts", link: "scouts", note: "I read stars, and bring my own kettle." },
  { ...join, by: "李海燕", group: "scouts", link: "scouts", note: "会划船，也会缝帆。" },
  { ...join, by: "Ioana Ștefănescu", group: "kestrel", note: "Two seasons on the Heron. I can dive." },
  {
    ...{ ...join, by: "田中さくら", group: "kestrel", note: "ロープワークが得意です。" },
    ...approved("Isolde Marchbanks", "Welcome aboard, mind the winch."),
  },
  { ...join, by: "Hervé Le Guen", group: "shipwrights", note: "For the winter only, if that is allowed." },
  { ...join, by: "田中さくら", group: "shipwrights", note: "" },
  { ...join, by: "Cosmin Albu", group: "shipwrights", note: "Third time lucky." },
  { ...join, by: "Isolde Marchbanks", group: "shipwrights", note: "Wrong guild, sorry.", end: "withdrawn" },
  {
    ...{ ...join, by: "Pip 🐙", group: "shipwrights", note: "Eight arms!" },
    ...rejected("דוד לוי", "Come back with fewer questions about the crane."),
  },
  { ...leave, by: "José Ñúñez", group: "shipwrights", note: "Ropemakers will take all my evenings." },
  { ...leave, by: "Søren Kjærgaard", group: "north-wind", note: "Moving to the east quay." },
  { ...join, by: "Mira Anand", group: "north-wind", note: "I pass by every day anyway." },
  { ...join, by: "Kwame Mensah", group: "north-wind", note: "", ...approved("Søren Kjærgaard") },
  { ...join, by: "O'Brien", group: "bakers", note: "I get up at three in any case.", ...approved("Hervé Le Guen") },
  { ...join, by: "Gustav Nyström", group: "bakers", note: "For the kanelbullar." },
  { ...join, by: "José Ñúñez", group: "glassblowers", note: "Ioana said that a pipe is free." },
  { ...join, by: "Anneliese Brück", group: "lanterns", note: "To mend the two by the stair." },
  { ...join, by: "Kwame Mensah", group: "lanterns", note: "", ...approved("Orla Lindqvist") },
  {
    ...join,
    by: "Pip 🐙",
    group: "lanterns",
    note: "🏮",
    ...rejected("Orla Lindqvist", "No octopuses near open flames."),
  },
  { ...join, by: "Zoë Björkqvist", group: "parade", note: "I fold cranes. Is there room for cranes?" },
  { ...join, by: "Cosmin Albu", group: "guests", note: "Until my roof is mended." },
  { ...join, by: "Lucía Ferreyra", group: "gate-keys", note: "For the exchange's boats." },
  { ...join, by: "Isolde Marchbanks", group: "gate-keys", note: "Kestrel berths behind the gate now." },
  { ...join, by: "李海燕", group: "navigators", note: "Celestial and inshore, papers enclosed." },
  {
    ...{ ...join, by: "Pip 🐙", group: "navigators", note: "" },
    ...rejected("Þórdís Ægisdóttir", "Not before the winter exam."),
  },
  { ...join, by: "Isolde Marchbanks", group: "exchange", note: "Kestrel has a bunk to swap." },
  { ...join, by: "Nguyễn Thị Hạnh", group: "first-winter", link: "winter", note: "I still have the blanket." },
  { ...join, by: "Pip 🐙", group: "birthday", link: "birthday", note: "I will bring the balloons 🎈" },
  { ...join, by: "ليلى حدّاد", group: "stories", link: "stories", note: "عندي حكاية طويلة." },
];

/** How many of the crowd ask besides, and by which link. */
export const CROWD_REQUESTS: readonly { readonly group: string; readonly count: number; readonly link?: string }[] = [
  { group: "scouts", count: 3, link: "scouts" },
  { group: "shipwrights", count: 4 },
  { group: "north-wind", count: 7 },
  { group: "parade", count: 6 },
  { group: "swimmers", count: 2, link: "swimmers" },
  { group: "navigators", count: 3 },
];

export const CROWD_NOTES: readonly string[] = [
  "",
  "I have two free evenings and a bicycle.",
  "My neighbour is in, and will not stop talking about it.",
  "Recommended by the harbour office.",
  "",
  "Is there a fee? I can pay in apples.",
  "I have read the rules, including the one about whistling.",
];
