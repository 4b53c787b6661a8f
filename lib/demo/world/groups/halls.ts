/** Houses of the alliance, which the site admins look after from outside. */
import type { WorldGroup } from "./group";

export const HALLS: readonly WorldGroup[] = [
  {
    ...{ key: "north-wind", type: "hall", name: "Hall of the North Wind", picture: "hall", colour: "slate" },
    description: "Thick walls, long tables. Ask at the door; a host or the harbour masters will answer.",
    flags: [],
    creator: "Σοφία Παππά",
    members: { "Søren Kjærgaard": ["host"], "José Ñúñez": [] },
    crowd: 22,
    leaderGroup: "harbour-masters",
  },
  {
    ...{ key: "lanterns", type: "hall", name: "Hall of Lanterns", picture: "flame", colour: "brass" },
    description: "Open in every way but one: the hall is restricted, so each who enters waits for the site owner.",
    flags: ["open", "restricted"],
    creator: "Orla Lindqvist",
    members: { "Μαρία Καλλέργη": ["host"] },
    crowd: 14,
  },
  {
    ...{ key: "tides", type: "hall", name: "Hall of Tides", picture: "sail", colour: "sea" },
    description: "Hidden, open and public: a clerk who has the link walks in, everybody else asks.",
    flags: ["hidden", "open", "public"],
    creator: "Σοφία Παππά",
    members: { "Amélie Désirée Saint-Exupère": ["host"], "Søren Kjærgaard": [] },
    crowd: 9,
  },
  {
    ...{ key: "guests", type: "hall", name: "Guest Hall", picture: "bell", colour: "moss" },
    description: "A bed, a bowl, a map. Public, for whoever has just come ashore.",
    flags: ["public"],
    creator: "Σοφία Παππά",
    members: { "Zoë Björkqvist": [], "Hervé Le Guen": ["host"] },
    crowd: 20,
  },
  {
    ...{ key: "first-winter", type: "hall", name: "Hall of the First Winter", picture: "tower", colour: "indigo" },
    description: "For those who were here in the first winter. Hidden and restricted; some have a link.",
    flags: ["hidden", "restricted"],
    creator: "Orla Lindqvist",
    members: { "Þórdís Ægisdóttir": ["host"], "Василий Гранин": [] },
    crowd: 5,
  },
  {
    ...{ key: "echoes", type: "hall", name: "Hall of Echoes", picture: "hall", colour: "plum" },
    description: "Under scaffolding. Not published; its leader and the site admins find it all the same.",
    flags: ["unpublished"],
    creator: "Σοφία Παππά",
    members: {},
    crowd: 4,
    leaders: ["Ioana Ștefănescu"],
  },
];
