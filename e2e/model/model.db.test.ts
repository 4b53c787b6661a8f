/** The product against the model of it. A longer run: npm run test:model. */
import { expect, inject, it } from "vitest";
import { contest, explained } from "./contest";

const RUNS = Number(process.env.MODEL_RUNS ?? 300);
const SEED = Number(process.env.MODEL_SEED ?? 2026);

it(`product and model agree in ${RUNS} sequences by chance, and nearly every situation is reached`, {
  timeout: 300_000 + RUNS * 6_000,
}, async () => {
  const server = { ownerUrl: inject("ownerUrl") };
  const { coverage, figures, difference } = await contest(server, { runs: RUNS, seed: SEED });
  console.log(figures);
  if (difference) expect.fail(await explained(server, difference));
  expect(coverage.unforeseen).toEqual([]);
  expect(coverage.share, figures).toBeGreaterThanOrEqual(0.95);
});
