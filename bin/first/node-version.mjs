// Written for every Node that knows modules: nothing newer than ES2018 here.

/** One sentence when this Node cannot run Guildhall, else undefined. */
export function oldNode(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Guildhall needs Node 20.19 or newer; this is ${version}. Install a newer one from nodejs.org.`;
}
