// npm run bench:lighthouse: what Lighthouse says of each screen of the built app, served over HTTPS by Caddy with the
// configuration from the docs. It fetches Lighthouse from the npm registry, as nothing else in the project needs it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { executable } from '../browser/chromium'
import { DOCS_HOST, makeCertificate, startCaddy } from '../fixtures/docs-servers'
import { writeSection } from './section'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const SCREENS = ['explore', 'meeting', 'monitoring', 'trucks', 'field', 'data', 'help']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const PORT = 4999
const ORIGIN = `https://${DOCS_HOST}:${PORT}`
/** The certificate is of an office's own authority, which the browser of a measurement does not know. */
const FLAGS = `--headless=new --no-sandbox --ignore-certificate-errors --host-resolver-rules="MAP ${DOCS_HOST} 127.0.0.1"`

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

const folder = mkdtempSync(join(tmpdir(), 'chentu-lighthouse-'))

/** Serves the built app, and resolves once it is there. */
async function served() {
  makeCertificate(folder)
  const server = startCaddy(folder, PORT)
  const isThere = () =>
    new Promise<boolean>((done) => {
      const socket = connect(PORT, '127.0.0.1', () => done(true)).on('error', () => done(false))
      socket.on('connect', () => socket.end())
    })
  while (!(await isThere())) await new Promise((done) => setTimeout(done, 50))
  return server
}

function reportOf(screen: string, chrome: string): Report {
  const path = join(folder, `${screen}.json`)
  execFileSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `${ORIGIN}/#/${screen}`, '--preset=desktop', '--quiet'],
      ...[`--chrome-flags=${FLAGS}`, '--output=json', `--output-path=${path}`],
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, stdio: 'pipe' },
  )
  return JSON.parse(readFileSync(path, 'utf8')) as Report
}

const seconds = (report: Report, audit: string) => `${((report.audits[audit]?.numericValue ?? 0) / 1000).toFixed(1)} s`

const server = await served()
try {
  const chrome = await executable()
  const rows = SCREENS.map((screen) => {
    const report = reportOf(screen, chrome)
    const scores = CATEGORIES.map((each) => Math.round((report.categories[each]?.score ?? 0) * 100))
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'].map((each) =>
      seconds(report, each),
    )
    return `| ${[screen, ...scores, ...times].join(' | ')} |`
  })
  writeSection('## Lighthouse (`npm run bench:lighthouse`)', [
    `${LIGHTHOUSE.replace('@', ' ')}, its desktop profile, on the built app as Caddy serves it over HTTPS by the configuration of the docs.`,
    '',
    '| screen | performance | accessibility | best practices | SEO | first paint | largest paint | blocked |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`,
  ])
} finally {
  server.kill()
  rmSync(folder, { recursive: true })
}
