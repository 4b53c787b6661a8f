/** The policy's tests as the mutation run repeats them: all but the longest, and of those a part. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests of single lines before proofs: most mutants are found by the first file that looks. */
class LinesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProof = ({ moduleId }: TestSpecification) => Number(moduleId.includes("/proof/"));
    return [...files].sort((one, other) => isProof(one) - isProof(other));
  }
}

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["lib/policy/**/*.test.ts"],
    // The purity test reads the sources themselves, which the mutation run rewrites.
    exclude: ["random-worlds", "planted-faults", "purity"].map((name) => `lib/policy/proof/${name}.test.ts`),
    provide: { smallWorldStride: 97 },
    sequence: { sequencer: LinesFirst },
    // The tests share nothing that one could spoil for another, and a mutant is asked sooner without a thread for each.
    isolate: false,
    testTimeout: 60_000,
  },
});
