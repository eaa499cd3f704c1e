// npm run release: builds the app and writes everything to distribute into release/. With --check it builds twice, and
// fails if a byte differs.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ensureInstalled, run } from './ensure-installed.mjs'

/** Builds and packs the app; returns the checksums. */
function make(built, out) {
  if (!run('npx', ['vite', 'build', '--logLevel', 'warn', '--outDir', built, '--emptyOutDir'])) process.exit(1)
  if (!run('node', ['scripts/run.mjs', 'scripts/release/main.ts', built, out])) process.exit(1)
  return readFileSync(`${out}/SHA256SUMS`, 'utf8')
}

ensureInstalled()
// Time of the commit: used for the archive's timestamps, and by the app to detect a clock that is behind.
const committed = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout?.trim()
if (committed) process.env.SOURCE_DATE_EPOCH ??= committed
const first = make('dist', 'release')
if (process.argv.includes('--check')) {
  const second = make('node_modules/.cache/chentu/again', 'node_modules/.cache/chentu/release-again')
  if (first !== second) {
    console.error(`Two builds differ:\n${first}\n${second}`)
    process.exit(1)
  }
  console.log('Two builds are the same, byte for byte.')
}
