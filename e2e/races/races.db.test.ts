/** Whatever two people do at the same moment: the rules hold afterwards. And each guard taken out: they do not. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Code, openCode } from "./code";
import { DECIDING } from "./deciding";
import { ENDING } from "./ending";
import { ENTERING } from "./entering";
import { openRing, start, startKept } from "./race";

const ROUNDS = Number(process.env.RACE_ROUNDS ?? 20);
const RACES = [...ENTERING, ...ENDING, ...DECIDING];
const MINUTES = 60_000 * Math.max(2, ROUNDS / 20);

describe("hold", () => {
  let whole: Code;
  beforeAll(async () => {
    whole = await openCode([]);
  });
  afterAll(() => whole.end());

  it.each(RACES)(
    "$name",
    async (race) => {
      const ring = await openRing(race, ROUNDS, whole.verbs);
      try {
        const outcomes = new Map<string, number>();
        for (let n = 0; n < ROUNDS; n++) {
          const { answers, wrong } = await start(race, ring.round(n));
          expect(wrong, `round ${n}: ${answers.join(", ")}`).toEqual([]);
          outcomes.set(answers.join(" / "), (outcomes.get(answers.join(" / ")) ?? 0) + 1);
        }
        const told = [...outcomes].map(([answers, times]) => `${answers} ${times}`).join(", ");
        console.log(`${race.name}: ${ROUNDS} rounds: ${told}`);
      } finally {
        await ring.end();
      }
    },
    MINUTES,
  );
});

describe("are lost without", () => {
  it.each(RACES.map((race) => ({ race, name: race.name, takenOut: race.twin.takenOut })))(
    "$takenOut: $name",
    async ({ race }) => {
      const { edits = [], sql = [] } = race.twin;
      const broken = await openCode(edits);
      const ring = await openRing(race, 1, broken.verbs);
      try {
        for (const statement of sql) await ring.world.owner.query(statement);
        expect(await startKept(race, ring.round(0))).not.toEqual([]);
      } finally {
        await ring.end();
        await broken.end();
      }
    },
    60_000,
  );
});
