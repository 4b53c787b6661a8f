/** The people of the alliance: those whom one can step into, those whom the world tells of, and the crowd. */
import { DEMO_PEOPLE } from "../people";
import { CROWD } from "./crowd";

export interface WorldPerson {
  readonly name: string;
  /** global roles given directly */
  readonly roles: readonly string[];
  readonly owner?: true;
  /** imported as an account that is no longer active */
  readonly inactive?: true;
}

const CAST_ROLES: Readonly<Record<string, readonly string[]>> = {
  Alice: ["member"],
  "Zoë Björkqvist": [],
  "ليلى حدّاد": ["blue"],
  "José Ñúñez": ["member"],
  "Mira Anand": ["member"],
  "Дарья Ковальчук": ["member"],
  "Σοφία Παππά": ["member", "site-admin"],
  "Tomasz Łącki": ["member", "warden"],
  "Ngozi Adébáyò-Okonkwo": ["member", "steward"],
  "Orla Lindqvist": ["member"],
};

const CAST: readonly WorldPerson[] = DEMO_PEOPLE.map(({ name }) => ({
  name,
  roles: CAST_ROLES[name] ?? [],
  ...(name === "Orla Lindqvist" ? { owner: true as const } : {}),
}));

/** Those who lead, ask, leave and are turned away elsewhere in these files. */
const NAMED: readonly WorldPerson[] = [
  { name: "Василий Гранин", roles: ["member"] },
  { name: "Anneliese Brück", roles: ["member"] },
  { name: "Søren Kjærgaard", roles: ["member"] },
  { name: "Amélie Désirée Saint-Exupère", roles: ["member"] },
  { name: "דוד לוי", roles: ["member"] },
  { name: "Kwame Mensah", roles: ["member"] },
  { name: "Ioana Ștefănescu", roles: ["member", "pioneer"] },
  { name: "Nguyễn Thị Hạnh", roles: ["member", "pioneer"] },
  { name: "Μαρία Καλλέργη", roles: ["member", "clerk"] },
  { name: "Þórdís Ægisdóttir", roles: ["member", "pioneer"] },
  { name: "李海燕", roles: ["member"] },
  { name: "田中さくら", roles: ["member"] },
  { name: "Hervé Le Guen", roles: ["member"] },
  { name: "Bartholomew Featherstonehaugh-Cholmondeley of the Upper Lantern Stair", roles: ["member"] },
  { name: "Pip 🐙", roles: ["member"] },
  { name: "O'Brien", roles: ["member"] },
  { name: "محمود الصيّاد", roles: ["blue"] },
  { name: "Lucía Ferreyra", roles: ["blue", "member"] },
  { name: "Cosmin Albu", roles: ["member"] },
  { name: "Рюрик Волков", roles: ["member"] },
  { name: "Isolde Marchbanks", roles: ["member"] },
  { name: "Gustav Nyström", roles: ["member", "keyholder"] },
  { name: "Benedikt Ashgrove", roles: ["member"], inactive: true },
];

export const WORLD_PEOPLE: readonly WorldPerson[] = [...CAST, ...NAMED, ...CROWD];

const byName = new Map(WORLD_PEOPLE.map((person) => [person.name, person]));

/** A person by name; a name that nobody bears is a slip in these files. */
export function personCalled(name: string): WorldPerson {
  const person = byName.get(name);
  if (!person) throw new Error(`nobody in the demo world is called ${name}`);
  return person;
}
