// npm run bench:lighthouse: what Lighthouse says of each screen of the built app, served by Caddy with the configuration
// from the docs. It fetches Lighthouse from the npm registry, as nothing else in the project needs it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { executable } from '../browser/chromium'
import { writeSection } from './section'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const SCREENS = ['explore', 'meeting', 'monitoring', 'trucks', 'field', 'data', 'help']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const PORT = 4999
const ORIGIN = `http://127.0.0.1:${PORT}`

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

const folder = mkdtempSync(join(tmpdir(), 'chentu-lighthouse-'))

/** Serves the built app on this machine: the configuration from the docs without a name and a certificate. */
async function served() {
  const own = readFileSync('docs/serving/Caddyfile', 'utf8')
    .replace('chentu.example.cn {', `${ORIGIN} {`)
    .replace(/^\ttls .*$/m, '')
    .replace('/srv/chentu', resolve('dist'))
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${own}`)
  const server = spawn('/usr/bin/caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  while (
    !(await fetch(ORIGIN).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 50))
  return server
}

function reportOf(screen: string, chrome: string): Report {
  const path = join(folder, `${screen}.json`)
  execFileSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `${ORIGIN}/#/${screen}`, '--preset=desktop', '--quiet'],
      ...['--chrome-flags=--headless=new --no-sandbox', '--output=json', `--output-path=${path}`],
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
    `${LIGHTHOUSE.replace('@', ' ')}, its desktop profile, on the built app as Caddy serves it by the configuration of the docs.`,
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
