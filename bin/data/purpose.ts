import { join } from "node:path";
import { Halt } from "../halt";
import { readKept, writeKept } from "./kept-file";

type Purpose = "demo" | "portal";

/** A data folder serves one purpose for good: the demo's people must never meet anybody real. */
export function keepPurpose(folder: string, purpose: Purpose): void {
  const file = join(folder, "purpose.json");
  const kept = readKept<{ purpose: Purpose }>(file).purpose;
  if (kept && kept !== purpose) {
    throw new Halt(`${folder} holds a ${kept}, not a ${purpose}: set GUILDHALL_DATA to another folder.`);
  }
  if (!kept) writeKept(file, { purpose });
}
