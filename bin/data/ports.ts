import { join } from "node:path";
import { freePort } from "../embedded/free-port";
import { readKept, writeKept } from "./kept-file";

export type Ports = { database: number; bridge: number };

/** The inner ports of a portal: its own for good while nobody else takes them. */
export async function keepPorts(folder: string): Promise<Ports> {
  const file = join(folder, "ports.json");
  const kept = readKept<Ports>(file);
  const ports = { database: await freePort(kept.database), bridge: await freePort(kept.bridge) };
  if (ports.database !== kept.database || ports.bridge !== kept.bridge) writeKept(file, ports);
  return ports;
}
