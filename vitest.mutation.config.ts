/** The policy's tests as the mutation run repeats them: all but the longest, and of those a part. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["lib/policy/**/*.test.ts"],
    // The purity test reads the sources themselves, which the mutation run rewrites.
    exclude: ["random-worlds", "planted-faults", "purity"].map((name) => `lib/policy/proof/${name}.test.ts`),
    provide: { smallWorldStride: 97 },
  },
});
