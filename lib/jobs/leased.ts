/** A job in a worker's hands. */
import { type SQL, sql } from "drizzle-orm";

export interface Leased {
  readonly id: string;
  readonly kind: string;
  readonly account: string;
  readonly request: string;
  readonly input: unknown;
  readonly attempts: number;
}

/** Only as long as nobody else took it: whoever slept longer than its lease has lost it. */
export const mine = ({ id, attempts }: Leased): SQL =>
  sql`id = ${id}::uuid and status = 'running' and attempts = ${attempts}`;
