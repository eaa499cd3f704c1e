// npm run mutate [PLACE …] [-- --write] [-- --force] [-- --kept]: changes the code of src/domain and src/ledger in one small place
// after the other and looks whether a unit test finds it. A place is a folder (domain/dustfall) or a file; without one, all of
// them. What has not changed since the last run is not tried again, unless by --force; with --kept nothing is tried, and what
// earlier runs came to is told. --write puts what all folders came to into BENCHMARKS.md. Exit code 1 where a folder has less than
// is expected of it. What is made when a module is loaded is tried anew by --force alone, whatever new tests look at. A run of all
// takes hours; one that is broken off keeps the folders, or files, that it had finished. Of folders that this machine never tried
// the lines of BENCHMARKS.md stay as they are.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { lineStarting, writeSection } from '../bench/section'
import { allFolders, type Folder, foldersOf } from './folders'
import { type FolderScore, folderScore, percentKilled, reportFile } from './report'
import { ACCEPTED, reasonFor } from './survivors'

const places = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const force = process.argv.includes('--force')

/** Tries the files of a folder, or those of them that were named. */
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
    // What a test file makes before its tests is reached only by a mutant that is there from the start.
    ignoreStatic: false,
    // There is none: Stryker would read tsconfig.json by an interface that TypeScript 7 no longer has.
    tsconfigFile: 'tsconfig.none.json',
    ignorePatterns: ['.cache', 'dist', 'docs', 'public', 'tests/browser', 'tests/component', 'tests/engines'],
    tempDirName: '.cache/mutation',
    incremental: true,
    incrementalFile: file,
    force,
    concurrency: 1,
    // What others do on the machine must not pass for a change that never ends.
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

/** Markdown: a line for each folder that has been tried. */
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

/** Markdown: the files that were not tried as they are now; nothing where all were. */
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
