/** Many more sequences than in the other tests: npm run test:model, with MODEL_RUNS and MODEL_SEED if they are to be others. */
import { randomInt } from "node:crypto";
import { runTool } from "@/bin/test/tool";

const { MODEL_RUNS = "5000", MODEL_SEED = String(randomInt(1_000_000)) } = process.env;
const args = ["run", "--project", "db", "e2e/model/model.db.test.ts"];
process.exit((await runTool("vitest", args, { minutes: 240, env: { MODEL_RUNS, MODEL_SEED } })) ? 0 : 1);
