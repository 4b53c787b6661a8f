import { defineConfig } from "@playwright/test";
import specs from "./playwright.config";

/** Every route and action as each of the nine, over plain HTTP: `npm run test:doors`, after a build. */
export default defineConfig({ ...specs, testDir: "e2e/doors", testIgnore: [], timeout: 180_000 });
