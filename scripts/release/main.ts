import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PARTS_FILE } from '../shipped-parts'
import { filesOf } from '../single/files-of'
import { packSingle } from '../single/pack'
import { licencesText } from './licences'
import { shippedPackages } from './parts'
import { billOfMaterials, type ShippedData } from './sbom'
import { zipFolder } from './zip'

/** Documents for offices that install the app. */
const NOTES = [
  'CHANGELOG.md',
  'docs/serving.md',
  'docs/serving.zh-CN.md',
  'docs/security.md',
  'docs/serving/nginx.conf',
  'docs/serving/Caddyfile',
  'docs/serving/web.config',
]

const [built = 'dist', out = 'release'] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const app = filesOf(built)
const parts = shippedPackages(built, JSON.parse(readFileSync(PARTS_FILE, 'utf8')))
const data = [...app.keys()]
  .filter((path) => path.endsWith('datapackage.json'))
  .sort()
  .map((path): ShippedData => {
    const text = app.get(path)!.toString()
    return { path, text, descriptor: JSON.parse(text) }
  })
const licences = licencesText(
  readFileSync('LICENSE', 'utf8'),
  parts,
  data.map(({ descriptor }) => descriptor),
)
// With a byte order mark and CRLF, which Notepad on every Windows can read.
const readme = Buffer.from(`\uFEFF${readFileSync('docs/release/README.txt', 'utf8').replaceAll('\n', '\r\n')}`)
const besides = [
  ['LICENCES.txt', Buffer.from(licences)],
  ['README.txt', readme],
] as const
const files = new Map<string, string | Uint8Array>([
  [`chentu-${version}.zip`, zipFolder('chentu', new Map([...app, ...besides]), commitTime())],
  ['chentu.html', await packSingle(built)],
  [`chentu-${version}.cdx.json`, billOfMaterials(version, parts, data, commitTime())],
  ...besides,
  ...NOTES.map((path) => [path.replace('docs/', ''), readFileSync(path)] as const),
])
/**
 * `SOURCE_DATE_EPOCH`, else the time of the commit, so that the same commit gives the same bytes; undefined without
 * git.
 */
function commitTime(): Date | undefined {
  const told =
    process.env.SOURCE_DATE_EPOCH ?? spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout
  return /^\d+\s*$/.test(told ?? '') ? new Date(Number(told) * 1000) : undefined
}
const sumOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const sums = [...files]
  .map(([name, content]) => `${sumOf(content)}  ${name}\n`)
  .sort((a, b) => (a.slice(64) < b.slice(64) ? -1 : 1))
files.set('SHA256SUMS', sums.join(''))

rmSync(out, { recursive: true, force: true })
for (const [name, content] of files) {
  mkdirSync(join(out, name, '..'), { recursive: true })
  writeFileSync(join(out, name), content)
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  console.log(`${(bytes / 1e6).toFixed(2).padStart(8)} MB  ${join(out, name)}`)
}
console.log(`${parts.length} packages`)
