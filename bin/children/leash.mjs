// Loaded into every child before anything else: when the launcher is gone, however it went, so is the child.
// What the child forks inherits this file but not the word that switches it on, and is left to the child.
if (process.env.GUILDHALL_LEASH) {
  const patience = Number(process.env.GUILDHALL_LEASH);
  delete process.env.GUILDHALL_LEASH;
  // The launcher may have gone while this process was still waking up.
  if (!process.connected) process.exit(1);
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), patience).unref();
  });
}
