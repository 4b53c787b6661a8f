// Promise: the same proposal in the browser and on the server.

/** A machine name made of a label, empty where nothing of it can be used. */
export function machineNameOf(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 48)
    .replace(/-$/, "");
}
