type Entry = { version?: string; optionalDependencies?: Record<string, string> };
export type Lockfile = { packages: Record<string, Entry> };

/** Optional packages of an exact version that have no entry, with the place of one at the level of their dependent. */
export function missingOptionals({ packages }: Lockfile): { place: string; name: string; version: string }[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && found(packages, path, name)?.version !== version)
      .map(([name, version]) => ({ place: `${levelOf(path)}node_modules/${name}`, name, version })),
  );
}

const levelOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("node_modules/")));

/** As Node looks for a dependency: below the package itself, then level by level up to the root. */
function found(packages: Lockfile["packages"], path: string, name: string): Entry | undefined {
  const below = packages[`${path}${path && "/"}node_modules/${name}`];
  if (below || !path) return below;
  return found(packages, levelOf(path).replace(/\/$/, ""), name);
}
