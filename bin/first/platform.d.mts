type Machine = { platform: NodeJS.Platform; arch: string; musl: boolean };
type Installing = { platform: NodeJS.Platform; isRoot: boolean; hasApt: boolean };
type Npm = { platform: NodeJS.Platform; node: string; npmScript?: string | undefined };

export function binariesPackage(machine: Machine): string | undefined;
export function executable(platform: NodeJS.Platform, name: string): string;
export function npmCommand(npm: Npm): { command: string; args: string[]; shell: boolean };
export function databaseStop(platform: NodeJS.Platform): "pg_ctl" | "SIGINT";
export function ownSession(platform: NodeJS.Platform): boolean;
export function openFolderPath(platform: NodeJS.Platform, descriptor: number): string | undefined;
export function chromiumPlaces(platform: NodeJS.Platform): string[];
export function chromiumInstallers(machine: Installing): string[][];
