/** The people of the demo that one can step into, by name, each with what one sees as them. Safe for the browser. */

export interface DemoPerson {
  /** exactly as the account is called; no other account of the demo world is */
  readonly name: string;
  readonly what: string;
}

/** From the outside in, then upwards: the order in which the sign-in page offers them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: "Alice", what: "Outsider, in no group yet. May ask to join whatever she can find, or has a link to." },
  { name: "Zoë Björkqvist", what: "Outsider without the right to request: only public groups are open to her." },
  {
    name: "ليلى حدّاد",
    what: "Friend from the next harbour, with the role Blue: sees groups that are for allies alone.",
  },
  { name: "José Ñúñez", what: "Member of several groups, one of them managed for him, with requests under way." },
  { name: "Mira Anand", what: "Leads Scouts and two more without being in them: requests wait for her." },
  { name: "Дарья Ковальчук", what: "Group admin of private groups that only admins add people to." },
  { name: "Σοφία Παππά", what: "Site admin: administers every hall from outside, as an advanced outsider." },
  { name: "Tomasz Łącki", what: "Warden: manages every group that is not internal, and nothing in those that are." },
  { name: "Ngozi Adébáyò-Okonkwo", what: "Portal administrator: types, permissions, people, settings and the log." },
  { name: "Orla Lindqvist", what: "Site owner: may do everything that is possible, and decides restricted groups." },
];
