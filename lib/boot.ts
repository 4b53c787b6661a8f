import { EnvError, serverEnv } from "@/lib/env";

/** Ends the process with one sentence unless the environment is whole. For Node alone. */
export function refuseUnusableEnv(): void {
  try {
    serverEnv();
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exit(1);
  }
}
