/** Whatever two people do at the same moment: the rules hold afterwards. And each guard taken out: they do not. */
import { describe, expect, it } from "vitest";
import { withCode } from "./code";
import { DECIDING } from "./deciding";
import { ENDING } from "./ending";
import { ENTERING } from "./entering";
import { openRing, type Race, start, startKept } from "./race";
import type { Verbs } from "./verbs";

const ROUNDS = Number(process.env.RACE_ROUNDS ?? 20);
const RACES = [...ENTERING, ...ENDING, ...DECIDING];
const MINUTES = 60_000 * Math.max(2, ROUNDS / 20);

// Requests end once (T68), by somebody who may (T13); a group keeps an administrator (T15); a link its uses (T34).
describe("T13 T15 T68: hold", () => {
  it.each(RACES)("$name", { timeout: MINUTES }, (race) => withCode([], (verbs) => holds(race, verbs)));
});

async function holds(race: Race, verbs: Verbs): Promise<void> {
  const ring = await openRing(race, ROUNDS, verbs);
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
}

describe("are lost without", () => {
  const twins = RACES.map((race) => ({ race, name: race.name, takenOut: race.twin.takenOut }));
  it.each(twins)("$takenOut: $name", { timeout: 300_000 }, ({ race }) =>
    withCode(race.twin.edits ?? [], (verbs) => isLost(race, verbs)),
  );
});

async function isLost(race: Race, verbs: Verbs): Promise<void> {
  const ring = await openRing(race, 1, verbs);
  try {
    for (const statement of race.twin.sql ?? []) await ring.world.owner.query(statement);
    expect(await startKept(race, ring.round(0))).not.toEqual([]);
  } finally {
    await ring.end();
  }
}
