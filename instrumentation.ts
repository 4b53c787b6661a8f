/** The web server's first act: with an environment that it cannot use it does not start, however it was started. */
export async function register(): Promise<void> {
  // Decided when it is built: at the edge there is no process to end.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseUnusableEnv } = await import("@/lib/boot");
  refuseUnusableEnv();
}
