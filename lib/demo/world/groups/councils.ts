/** Closed tables: only their admins give somebody a chair. */
import type { WorldGroup } from "./group";

export const COUNCILS: readonly WorldGroup[] = [
  {
    ...{ key: "harbour-council", type: "council", name: "Harbour Council", picture: "hall", colour: "slate" },
    description: "Berths, tolls, quarrels. What is said here stays on this side of the door.",
    flags: ["hidden"],
    creator: "Дарья Ковальчук",
    members: { "Дарья Ковальчук": ["group-admin"], "Μαρία Καλλέργη": ["speaker"], "דוד לוי": [] },
    crowd: 7,
  },
  {
    ...{ key: "harbour-masters", type: "council", name: "Harbour Masters", picture: "key", colour: "oak" },
    description: "Whoever sits here leads the groups that were put in the harbour masters' charge.",
    flags: [],
    creator: "Дарья Ковальчук",
    members: { "דוד לוי": ["group-admin"], "Дарья Ковальчук": ["group-admin"], "Þórdís Ægisdóttir": [] },
    crowd: 2,
  },
  {
    ...{ key: "bench", type: "council", name: "Conciliation Bench", picture: "book", colour: "wine" },
    description: "Three people and a kettle. The site owner alone appoints, since everybody has a side.",
    flags: ["hidden", "restricted"],
    creator: "Orla Lindqvist",
    members: { "Anneliese Brück": ["group-admin"], "Kwame Mensah": ["speaker"], "Дарья Ковальчук": [] },
    crowd: 0,
  },
  {
    ...{ key: "treasury", type: "council", name: "Treasury", picture: "key", colour: "brass" },
    description: "Two signatures, one chest. Filled by hand, and by the site owner only.",
    flags: ["internal", "restricted"],
    creator: "Orla Lindqvist",
    members: { "Gustav Nyström": ["group-admin"], "Μαρία Καλλέργη": [] },
    crowd: 1,
  },
  {
    ...{ key: "almanac", type: "council", name: "Editors of the Almanac", picture: "feather", colour: "pine" },
    description: "Tides, moons, and one recipe a year. New editors are invited by the editors.",
    flags: ["hidden", "unpublished"],
    creator: "Isolde Marchbanks",
    members: { "Isolde Marchbanks": ["group-admin"], "Ioana Ștefănescu": ["speaker"], "Mira Anand": [] },
    crowd: 3,
  },
  {
    ...{ key: "port-committee", type: "council", name: "ועדת הנמל", picture: "anchor", colour: "sea" },
    description: "הוועדה מתכנסת בימי שני. Minutes in Hebrew, soup for everybody.",
    flags: ["hidden"],
    creator: "דוד לוי",
    members: { "דוד לוי": ["group-admin"], "Дарья Ковальчук": ["group-admin"] },
    crowd: 4,
  },
  {
    ...{ key: "empty-chair", type: "council", name: "The Empty Chair", picture: "hall", colour: "plum" },
    description: "Kept for a council that has not met yet. Nobody is in it.",
    flags: ["hidden"],
    creator: "Дарья Ковальчук",
    members: {},
    crowd: 0,
  },
];
