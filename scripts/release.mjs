// npm run release: builds the app and writes all that is handed out into release/. With --check it builds twice, and fails where
// a byte differs.
import { readFileSync } from 'node:fs'
import { ensureInstalled, run } from './ensure-installed.mjs'

/** Builds the app and packs it; the sums of what was made. */
function make(built, out) {
  if (!run('npx', ['vite', 'build', '--logLevel', 'warn', '--outDir', built, '--emptyOutDir'])) process.exit(1)
  if (!run('node', ['scripts/run.mjs', 'scripts/release/main.ts', built, out])) process.exit(1)
  return readFileSync(`${out}/SHA256SUMS`, 'utf8')
}

ensureInstalled()
const first = make('dist', 'release')
if (process.argv.includes('--check')) {
  const second = make('node_modules/.cache/chentu/again', 'node_modules/.cache/chentu/release-again')
  if (first !== second) {
    console.error(`Two builds differ:\n${first}\n${second}`)
    process.exit(1)
  }
  console.log('Two builds are the same, byte for byte.')
}
