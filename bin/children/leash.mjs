// Loaded into every child before anything else: when the launcher is gone, however it went, so is the child.
// What the child forks inherits this file but not the launcher, and is left to the child.
if (process.channel && process.env.GUILDHALL_LEASH === String(process.ppid)) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 12_000).unref();
  });
}
