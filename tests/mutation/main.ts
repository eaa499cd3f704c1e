// npm run mutate [PLACE …] [-- --write] [-- --force] [-- --kept]: mutates the code of src/domain and src/ledger, one
// small change at a time, and checks whether a unit test fails. A place is a folder (domain/dustfall) or a file; the
// default is everything. Files unchanged since the last run are skipped, unless --force is given; with --kept nothing
// is run, and earlier results are reported. --write puts the results of all folders into BENCHMARKS.md. Exit code 1 if
// a folder is below its expectation. Mutants of code that runs when a module is loaded are only tried again by --force,
// whatever new tests cover. A full run takes hours; an interrupted one keeps the folders or files already finished. For
// folders never run on this machine, the lines of BENCHMARKS.md are kept.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { lineStarting, writeSection } from '../bench/section'
import { allFolders, type Folder, foldersOf } from './folders'
import { type FolderScore, folderScore, percentKilled, reportFile } from './report'
import { ACCEPTED, reasonFor } from './survivors'

const places = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const force = process.argv.includes('--force')

/** Mutates the files of a folder, or only the named ones. */
async function mutate(folder: Folder): Promise<void> {
  const files = places.filter((place) => place.endsWith('.ts') && dirname(place) === folder.path)
  const file = reportFile(folder)
  mkdirSync(dirname(file), { recursive: true })
  process.env.MUTATION_TESTS = folder.tests.join('\n')
  await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    mutate: files.length > 0 ? files.map((each) => `src/${each}`) : [`src/${folder.path}/*.ts`],
    // What a test file creates before its tests is only affected by a mutant that is active from the start.
    ignoreStatic: false,
    // This file does not exist: Stryker would read tsconfig.json by an API that TypeScript 7 no longer has.
    tsconfigFile: 'tsconfig.none.json',
    ignorePatterns: ['.cache', 'dist', 'docs', 'public', 'tests/browser', 'tests/component', 'tests/engines'],
    tempDirName: '.cache/mutation',
    incremental: true,
    incrementalFile: file,
    force,
    concurrency: 1,
    // Generous, so that other load on the machine does not look like a mutant that never ends.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    warnings: false,
    allowConsoleColors: false,
  }).runMutationTest()
}

const rowOf = ({ path, atLeast }: Folder, score: FolderScore) => {
  const { files, triedOn, killed, survived, noCoverage, survivors } = score
  const explained = survivors.filter((each) => reasonFor(each) !== undefined).length
  const percent = percentKilled(score)?.toFixed(1) ?? '—'
  const mutants = killed + survived + noCoverage
  const tried = `${files - score.untried.length} of ${files}`
  const cells = [path, tried, mutants, killed, survived, noCoverage, explained, percent, atLeast, triedOn]
  return `| ${cells.join(' | ')} |`
}

/** Markdown table with a line for each tested folder. */
function table(folders: readonly Folder[]): string[] {
  return [
    '| folder | files | mutants | killed | survived | not covered | of both, explained | killed, % | at least, % | on |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...folders.flatMap((folder) => {
      const score = folderScore(folder)
      return score ? [rowOf(folder, score)] : (lineStarting(`| ${folder.path} |`) ?? [])
    }),
  ]
}

/** Markdown lines for files whose current state was not tested; empty if there are none. */
function untried(folders: readonly Folder[]): string[] {
  const lines = folders.flatMap((folder) => {
    const start = `- \`${folder.path}\`: `
    const score = folderScore(folder)
    if (score === null) return lineStarting(start) ?? []
    return score.untried.length > 0 ? [start + score.untried.join(', ')] : []
  })
  if (lines.length === 0) return []
  return ['Not tried as they are now, and counted as they were where they had been tried before:', '', ...lines, '']
}

const chosen = places.length > 0 ? foldersOf(places) : allFolders()
if (chosen.length === 0) throw new Error(`there is nothing at ${places.join(', ')} in src/domain and src/ledger`)
if (!process.argv.includes('--kept')) for (const folder of chosen) await mutate(folder)

for (const folder of chosen) {
  for (const survivor of folderScore(folder)?.survivors ?? []) {
    if (reasonFor(survivor) === undefined) console.log(`${survivor.file}:${survivor.line}  ${survivor.mutation}`)
  }
}
if (process.argv.includes('--write')) {
  writeSection('## Changed code that a unit test finds (`npm run mutate -- --write`)', [
    'Every place of `src/domain` and `src/ledger` changed by [Stryker](https://stryker-mutator.io), one at a time; the tests of the folder are run. Files: those that were tried as they are now, of those with code. What has no line here was not tried yet.',
    '',
    ...table(allFolders()),
    '',
    ...untried(allFolders()),
    'Explained, by place and change:',
    '',
    ...ACCEPTED.map(
      ({ file, mutations, reason }) => `- \`${file}\`: ${mutations.map((each) => `\`${each}\``).join(', ')}. ${reason}`,
    ),
  ])
} else console.log(table(chosen).join('\n'))

const below = chosen.filter((folder) => {
  const score = folderScore(folder)
  return score !== null && (percentKilled(score) ?? 100) < folder.atLeast
})
for (const { path, atLeast } of below) console.error(`${path}: less than ${atLeast} %`)
process.exitCode = below.length > 0 ? 1 : 0
