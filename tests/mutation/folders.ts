import { readdirSync } from 'node:fs'

/** Expectations of the tests of a folder of `src`. */
interface Expectation {
  /** The folder, and its subfolders without an entry of their own. */
  readonly within: string
  /** Minimum percentage of mutants that they have to find. */
  readonly atLeast: number
  /**
   * Globs of further tests besides those at the same place below `tests/unit`. Without those that open whole packages
   * or make large tables, which would take too long for each mutant.
   */
  readonly alsoBy: readonly string[]
}

/** The last matching entry counts. */
const EXPECTATIONS: readonly Expectation[] = [
  { within: 'domain', atLeast: 75, alsoBy: [] },
  { within: 'domain/cases', atLeast: 75, alsoBy: ['tests/unit/cases/*.test.ts'] },
  {
    within: 'domain/dustfall',
    atLeast: 85,
    alsoBy: ['tests/unit/domain/correction.test.ts', 'tests/unit/meeting/year.test.ts'],
  },
  { within: 'domain/geodesy', atLeast: 85, alsoBy: [] },
  {
    within: 'domain/intake',
    atLeast: 75,
    alsoBy: ['tests/unit/domain/intake/*.test.ts', 'tests/unit/intake/{dustfall-words,stated-checks}.test.ts'],
  },
  { within: 'domain/monitoring', atLeast: 75, alsoBy: ['tests/unit/monitoring/!(folded|kept-*|made-*).test.ts'] },
  { within: 'domain/province', atLeast: 75, alsoBy: ['tests/unit/province/province-{address,month}.test.ts'] },
  {
    within: 'domain/rules',
    atLeast: 85,
    alsoBy: ['tests/unit/domain/rules.test.ts', 'tests/unit/domain/shared-readings.test.ts'],
  },
  { within: 'domain/sources/reading', atLeast: 75, alsoBy: ['tests/unit/domain/table.test.ts'] },
  {
    within: 'domain/sources/view',
    atLeast: 75,
    alsoBy: ['tests/unit/domain/sources/view.test.ts', 'tests/unit/explore/{area,look,analysis}.test.ts'],
  },
  { within: 'domain/table', atLeast: 75, alsoBy: ['tests/unit/domain/table.test.ts'] },
  {
    within: 'domain/trucks',
    atLeast: 75,
    alsoBy: ['tests/unit/trucks/{clean,clusters,cut,judge,thinned-path}.test.ts'],
  },
  { within: 'domain/warnings', atLeast: 75, alsoBy: ['tests/unit/warnings/*.test.ts'] },
  { within: 'ledger', atLeast: 85, alsoBy: [] },
]

/** Tests of the top-level files of `domain`; tests of its subfolders are in the same folder. */
const TOPMOST = 'tests/unit/domain/{bilingual,calendar,glossary,origin}.test.ts'

/** A folder of `src`, without its subfolders. */
export interface Folder {
  readonly path: string
  readonly atLeast: number
  readonly tests: readonly string[]
}

function foldersWithin(path: string): string[] {
  const inside = readdirSync(`src/${path}`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [path, ...inside.flatMap(({ name }) => foldersWithin(`${path}/${name}`))]
}

const isWithin = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

/** Every folder under mutation testing, with its expectations. */
export function allFolders(): Folder[] {
  return ['domain', 'ledger']
    .flatMap(foldersWithin)
    .sort()
    .map((path) => {
      const { atLeast, alsoBy } = EXPECTATIONS.findLast(({ within }) => isWithin(path, within))!
      return { path, atLeast, tests: [path === 'domain' ? TOPMOST : `tests/unit/${path}/*.test.ts`, ...alsoBy] }
    })
}

/** The folders given on the command line: `domain/dustfall`, all of `domain`, or the folder of one file. */
export function foldersOf(places: readonly string[]): Folder[] {
  const isMeant = (path: string) => (place: string) =>
    isWithin(path, place) || place.replace(/\/[^/]*\.ts$/, '') === path
  return allFolders().filter(({ path }) => places.some(isMeant(path)))
}
