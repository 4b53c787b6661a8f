/** What the command line can do, in the order in which it lists it. */
import type { Portal } from "@/lib/portal";
import { PERMISSION_FILE } from "./permission-file";
import { VERIFY_LOG } from "./verify-log";
import { WHY } from "./why";

export interface Asked {
  readonly portal: Portal;
  readonly args: readonly string[];
  readonly say: (line: string) => void;
}

export interface CommandLine {
  readonly name: string;
  /** `why WHO PERMISSION GROUP – says why somebody may or may not` */
  readonly usage: string;
  /** resolves to the exit code: 0 done, 1 refused or failed, 2 asked wrongly; what was foreseen may be thrown as `Halt` */
  readonly run: (asked: Asked) => Promise<number>;
}

export const COMMANDS: readonly CommandLine[] = [WHY, ...PERMISSION_FILE, VERIFY_LOG];
