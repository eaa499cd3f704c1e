import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a later run can use again. */
export const CACHE = 'node_modules/.cache/chentu'

/** Whether a step has been done for this key; `keep` records it. */
export function remembered(step, key) {
  const file = join(CACHE, step)
  return {
    done: existsSync(file) && readFileSync(file, 'utf8') === key,
    keep() {
      mkdirSync(CACHE, { recursive: true })
      writeFileSync(file, key)
    },
  }
}

const shell = process.platform === 'win32'

/** Runs a command; returns false if it failed. */
export function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', shell }).status === 0
}

/** The same in parallel with others: its output is printed in one piece at the end, with its name. */
export async function runBeside(name, command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
  const passed = await new Promise((done) =>
    child.once('error', () => done(false)).once('close', (code) => done(code === 0)),
  )
  console.log(`${Buffer.concat(said)}${passed ? '✓' : '✗'} ${name}`)
  return passed
}

/** Installs the lock file's exact versions if they are missing. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Chentu needs Node 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const lock = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(readFileSync('package.json'))
    .digest('hex')
  const installed = remembered('installed', lock)
  if (installed.done && existsSync('node_modules/vite')) return
  // Not `npm ci`: it refuses the lock file if a registry lacks another platform's binary.
  if (!run('npm', ['install', '--no-audit', '--no-fund'])) process.exit(1)
  const after = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(readFileSync('package.json'))
    .digest('hex')
  remembered('installed', after).keep()
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path]
}

/** Builds `dist` if a source has changed since the last build; returns false if that failed. */
export async function ensureBuilt() {
  const hash = createHash('sha256')
  const sources = [
    'index.html',
    'package-lock.json',
    'vite.config.ts',
    'scripts/served-headers.ts',
    'scripts/bounded-workbooks.ts',
    'src',
    'public',
    'data',
  ]
  for (const file of sources.flatMap(files)) {
    hash.update(file).update(readFileSync(file))
  }
  const built = remembered('built', hash.digest('hex'))
  if (built.done && existsSync('dist/index.html')) return true
  const passed = await runBeside('build', 'npx', ['vite', 'build', '--logLevel', 'warn'])
  if (passed) built.keep()
  return passed
}
