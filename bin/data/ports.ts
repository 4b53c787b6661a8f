import { join } from "node:path";
import { freePort } from "../embedded/free-port";
import { readKept, writeKept } from "./kept-file";

export type Ports = { database: number; bridge: number };

/** The inner ports of a portal: its own for good while nobody else takes them. `spoken`: where it will listen itself. */
export async function keepPorts(folder: string, ...spoken: number[]): Promise<Ports> {
  const file = join(folder, "ports.json");
  const kept = readKept<Ports>(file);
  const database = await freePort(kept.database, [...spoken, ...(kept.bridge ? [kept.bridge] : [])]);
  const ports = { database, bridge: await freePort(kept.bridge, [...spoken, database]) };
  if (ports.database !== kept.database || ports.bridge !== kept.bridge) writeKept(file, ports);
  return ports;
}
