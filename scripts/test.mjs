// npm test: types, lint and format, dead code, then unit, component and browser tests on the built app. With --engines
// also the main journeys in Chromium 109, Firefox and WebKit, which have to be installed (see .ci/run).
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { CACHE, ensureBuilt, ensureInstalled, run, runBeside } from './ensure-installed.mjs'

ensureInstalled()
// In parallel these take little longer than the longest of them, because each waits at times.
const [isBuilt, ...checks] = await Promise.all([
  ensureBuilt(),
  // Checks again only what depends on a changed file.
  runBeside('types', 'npx', ['tsc', '-p', '.', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.tsbuildinfo`]),
  runBeside('lint and format', 'npx', ['biome', 'ci', '--error-on-warnings', '.']),
  runBeside('dead code', 'npx', ['knip']),
])
if (!isBuilt) process.exit(1)
/** Programs that turn papers into pages for inspection. */
const missing = ['soffice', 'pdfinfo', 'pdftotext', 'pdftoppm'].filter((name) => spawnSync(name, ['-v']).error)
const report = `${CACHE}/tests.json`
// If the tests crash before writing it, an old report must not be counted.
rmSync(report, { force: true })
const projects = [
  'unit',
  'unit-page',
  'component',
  ...(missing.length === 0 ? ['papers'] : []),
  'browser',
  ...(process.argv.includes('--engines') ? ['engines'] : []),
]
const tested = run('npx', [
  'vitest',
  'run',
  ...projects.map((name) => `--project=${name}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
let [passed, failed] = [0, tested ? 0 : 1]
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed = result.numPassedTests
  // A file that fails before its first test counts too.
  failed = Math.max(failed, result.numFailedTests)
} catch {
  failed = Math.max(failed, 1)
}
passed += checks.filter(Boolean).length
failed += checks.filter((each) => !each).length
if (missing.length > 0) console.log(`left out: the papers as pages, for want of ${missing.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && tested ? 0 : 1)
