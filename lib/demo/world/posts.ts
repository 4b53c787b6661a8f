/** What people wrote in their groups, in the order in which they wrote it, and what others answered. */

export interface WorldPost {
  readonly by: string;
  readonly group: string;
  readonly title: string;
  /** Markdown */
  readonly body: string;
  readonly draft?: true;
  readonly replies?: readonly { readonly by: string; readonly body: string }[];
}

export const WORLD_POSTS: readonly WorldPost[] = [
  {
    ...{ by: "Рюрик Волков", group: "kestrel", title: "What we leave on the sea bed" },
    body: "Not everything that can be lifted has to be.\n\n- Cargo: **yes**, once the owners are asked.\n- Bells: *only* with the families.\n- Anchors stay where they are. They hold the reef together by now.",
    replies: [
      { by: "Isolde Marchbanks", body: "Agreed, and I will say so to whoever asks for the bell of the *Heron*." },
    ],
  },
  {
    ...{ by: "Μαρία Καλλέργη", group: "lightkeepers", title: "Το λάδι έφτασε" },
    body: "Δώδεκα βαρέλια, όλα σφραγισμένα. The lens is cleaned on Thursday; bring soft cloths, not enthusiasm.",
  },
  {
    ...{ by: "Василий Гранин", group: "shipwrights", title: "The crane is inspected on Monday" },
    body: "Nothing hangs from it between **seven and eleven**. Whoever has timber on the quay moves it before Sunday night.\n\n> The inspector is not our enemy. He is cold, and he likes tea.\n\n## What has to be ready\n\n- [x] The logbook, signed\n- [x] New shackles, tagged\n- [ ] The north rail, greased\n- [ ] A clean desk to write on\n\nThe plans hang in the shed; the numbers are these:\n\n| part | load | last seen |\n|---|---|---|\n| Hook | 3 t | March |\n| Chain | 4 t | March |\n| Rail | 6 t | never |",
    replies: [
      { by: "Kwame Mensah", body: "The rail was seen, I saw it. I did not **look** at it, though." },
      { by: "José Ñúñez", body: "I grease it on Saturday. Who holds the ladder?" },
      { by: "Søren Kjærgaard", body: "I do. I will bring the old gloves, they are due to go." },
    ],
  },
  {
    ...{ by: "Anneliese Brück", group: "gardeners", title: "Setzlinge, die ein Zuhause suchen" },
    body: "Zwölf Tomaten, vier Kürbisse, ein *sehr* eigenwilliger Feigenbaum. Abzuholen am Nordkai, bitte mit Kiste.",
  },
  {
    ...{ by: "Lucía Ferreyra", group: "swimmers", title: "Water temperature, week 48" },
    body: "`7.4 °C` at the east steps, `7.1 °C` off the pier. Ten minutes is plenty, and nobody swims alone.",
    replies: [
      { by: "Kwame Mensah", body: "Nine minutes for me. The tenth was in my head." },
      { by: "José Ñúñez", body: "Hot broth at the boathouse afterwards, as every Sunday." },
    ],
  },
  {
    ...{ by: "Søren Kjærgaard", group: "north-wind", title: "The long table needs two more benches" },
    body: "We were forty-one on Friday and sat on crates. The shipwrights offer oak at cost; I would like to say yes.\n\n1. Two benches, three paces each\n2. Pegged, not nailed\n3. Paid out of the winter box",
    replies: [{ by: "José Ñúñez", body: "Say yes. I know the oak, it is the dry one." }],
  },
  {
    ...{ by: "Amélie Désirée Saint-Exupère", group: "cartographers", title: "Errata to the chart of the far shore" },
    body: "The island marked *Probable* is a whale.[^1] Please amend your copies, and be kind to whoever drew it.\n\n[^1]: It has moved since.",
    replies: [
      { by: "Nguyễn Thị Hạnh", body: "I drew it. In my defence, it was a very large whale, and it held still." },
    ],
  },
  {
    ...{ by: "Isolde Marchbanks", group: "birthday", title: "Who brings what" },
    body: "- Cake: the Brûlée ovens\n- Lanterns: eleven of ours\n- A plausible reason why Søren has to be there: **open**",
  },
  {
    ...{ by: "O'Brien", group: "lamplighters", title: "A farewell to the west quay" },
    body: "Sixteen lamps, eleven years, one broken ladder. It was an honour. I leave my pole to whoever takes the round.",
    replies: [{ by: "José Ñúñez", body: "I take the round. The pole stays yours, it hangs by the door." }],
  },
  {
    ...{ by: "José Ñúñez", group: "lamplighters", title: "The new wicks smoke" },
    body: "Trim them to a finger's breadth **before** the first night, not after it. Whoever has the old kind left: keep it for the stair, where nobody can reach to clean the glass.",
  },
  {
    ...{ by: "José Ñúñez", group: "shipwrights", title: "Could we have a second steam box?", draft: true },
    body: "Three of us wait for the one we have, on every morning that is worth bending wood on.\n\nWhat it would take:\n\n- planks that we have,\n- a boiler that we do not.",
  },
];
