// The races with many rounds: npm run test:races
import { runTool } from "@/bin/test/tool";

const args = ["run", "--project", "db", "e2e/races"];
const ok = await runTool("vitest", args, { minutes: 60, env: { RACE_ROUNDS: "200" } });
process.exit(ok ? 0 : 1);
