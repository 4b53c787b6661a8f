export function install(root: string): Promise<string | undefined>;
export function isInstalled(lockfile: string, hiddenFile: string): boolean;
