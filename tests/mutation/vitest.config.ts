import { fileURLToPath } from 'node:url'
import type { SerializedError } from 'vitest'
import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { boundedWorkbooks } from '../../scripts/bounded-workbooks.ts'

/** Stryker only looks at test results: a failure before the first test, or one for all tests, would go unnoticed. */
class FailuresOutsideTests implements Reporter {
  private vitest: Vitest | null = null

  onInit(vitest: Vitest): void {
    this.vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      const suites = [module, ...module.children.allSuites()]
      for (const error of suites.flatMap((each): readonly SerializedError[] => each.errors()))
        this.vitest!.state.catchError(error, 'Error outside a test')
    }
  }
}

/** Unit tests only, without what vite.config.ts adds for the built page. MUTATION_TESTS: globs, one per line. */
export default defineConfig({
  plugins: [boundedWorkbooks()],
  resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: process.env.MUTATION_TESTS?.split('\n') ?? ['tests/unit/**/*.test.ts'],
    exclude: [
      // Thousands of damaged bundles, which would be tried again for each mutant.
      'tests/unit/ledger/bundle-bytes.test.ts',
      // These read the source code, which contains all mutants at once, and the manual, which is not there.
      'tests/unit/kinds/{guide,no-names}.test.ts',
    ],
    setupFiles: ['tests/mutation/same-and-quick.ts'],
    testTimeout: 60_000,
    // Each mutant gets its own worker, shared by its test files.
    isolate: false,
    server: { deps: { inline: ['@e965/xlsx'] } },
    reporters: [new FailuresOutsideTests()],
  },
})
