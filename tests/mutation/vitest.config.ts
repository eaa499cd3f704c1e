import { fileURLToPath } from 'node:url'
import type { SerializedError } from 'vitest'
import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { boundedWorkbooks } from '../../scripts/bounded-workbooks.ts'

/** Stryker looks at tests alone: what fails before its first test, or for all of them, would pass for one that is well. */
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

/** Unit tests alone, without what vite.config.ts adds for the built page. MUTATION_TESTS: globs, one a line. */
export default defineConfig({
  plugins: [boundedWorkbooks()],
  resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: process.env.MUTATION_TESTS?.split('\n') ?? ['tests/unit/**/*.test.ts'],
    exclude: [
      // Thousands of damaged bundles, which would be tried again for each change.
      'tests/unit/ledger/bundle-bytes.test.ts',
      // They read the code, in which every change stands at once, and the manual, which is not there.
      'tests/unit/kinds/{guide,no-names}.test.ts',
    ],
    setupFiles: ['tests/mutation/same-and-quick.ts'],
    testTimeout: 60_000,
    // Each change gets a worker of its own; its files share it.
    isolate: false,
    server: { deps: { inline: ['@e965/xlsx'] } },
    reporters: [new FailuresOutsideTests()],
  },
})
