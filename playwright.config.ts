import { defineConfig } from "@playwright/test";

/** One built portal for all specs: e2e/global-setup.ts stands it up and says where. Each spec makes its own groups. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: false,
  // The doors compare digests of the whole database: nobody else may write meanwhile.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  projects: [
    { name: "journeys", testMatch: "**/*.spec.ts", testIgnore: "doors/**" },
    // Every route and action as each of the nine, over plain HTTP: many worlds and many requests in one test.
    { name: "doors", testMatch: "doors/**/*.spec.ts", timeout: 600_000 },
  ],
  // Two cores that are shared by everything that the portal consists of, and the browser besides.
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.E2E_ADDRESS,
    trace: "retain-on-failure",
    // What is not there to be pressed is said to be missing, long before the test's own time is over.
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
