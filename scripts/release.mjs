// npm run release: builds the app and writes all that is handed out into release/. With --check it builds twice, and fails where
// a byte differs.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ensureInstalled, run } from './ensure-installed.mjs'

/** Builds the app and packs it; the sums of what was made. */
function make(built, out) {
  if (!run('npx', ['vite', 'build', '--logLevel', 'warn', '--outDir', built, '--emptyOutDir'])) process.exit(1)
  if (!run('node', ['scripts/run.mjs', 'scripts/release/main.ts', built, out])) process.exit(1)
  return readFileSync(`${out}/SHA256SUMS`, 'utf8')
}

ensureInstalled()
// When the code was committed: the app says of a clock that is behind it that it is wrong, and the archive bears it.
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
