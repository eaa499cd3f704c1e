import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Index, Start } from '../../scripts/single/archive'
import { packSingle } from '../../scripts/single/pack'
import { launch, mapDrawn, OFFICE_DRAWING, openPage, serve } from '../browser/chromium'
import { writeSection } from './section'
import { watchFirstPicture } from './start'
import { ms } from './timed'
import { type Parts, partsOf, tracedTasks } from './traced'

// npm run bench:single: size of the single-file app, and its start compared with the built folder on a server.
const ROUNDS = 5
const AFTER_MS = 3000

const page = await packSingle('dist')
const { index } = JSON.parse(/id="start">([^<]*)</.exec(page)![1]!) as Start

/** Megabytes of the selected files as encoded in the page. */
function megabytes(index: Index, takes: (path: string) => boolean): string {
  const bytes = Object.entries(index).reduce((sum, [path, [, each]]) => sum + (takes(path) ? each : 0), 0)
  return `${((bytes * 4) / 3 / 1e6).toFixed(1)} MB`
}

interface Measured {
  readonly first: number
  readonly symbols: number
  readonly toFirst: Parts
  readonly whole: Parts
}

/** One cold start at an address, in a new browser. */
async function startAt(address: string): Promise<Measured> {
  const browser = await launch(OFFICE_DRAWING)
  const { page } = await openPage(browser, address, { viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchFirstPicture)
  const read = await tracedTasks(browser, page, async () => {
    await page.goto(address)
    await mapDrawn(page)
    await page.waitForTimeout(AFTER_MS)
  })
  const { first, symbols } = await page.evaluate(() => ({
    first: window.chentuFirst ?? Number.NaN,
    symbols: performance.getEntriesByName('sources-drawn')[0]!.startTime,
  }))
  await browser.close()
  return { first, symbols, toFirst: partsOf(read, first), whole: partsOf(read, Number.POSITIVE_INFINITY) }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const folder = mkdtempSync(join(tmpdir(), 'chentu-single-'))
const file = join(folder, 'chentu.html')
writeFileSync(file, page)
const server = await serve()
const [inFile, served]: [Measured[], Measured[]] = [[], []]
// Alternating, so that other load on the machine affects both alike.
for (let round = 0; round < ROUNDS; round++) {
  inFile.push(await startAt(pathToFileURL(file).href))
  served.push(await startAt(server.origin))
}
await server.close()
rmSync(folder, { recursive: true })

const row = (what: string, read: (each: Measured) => number) =>
  `| ${what} | ${ms(median(inFile.map(read)))} | ${ms(median(served.map(read)))} |`
const isFont = (path: string) => extname(path) === '.woff2'
const isData = (path: string) => path.startsWith('data/')
writeSection('## The app in one file (`npm run bench:single`)', [
  `${(page.length / 1e6).toFixed(1)} MB: code and styles ${megabytes(index, (path) => !isFont(path) && !isData(path))}, fonts ${megabytes(index, isFont)}, the data package ${megabytes(index, isData)}, each packed and then as text.`,
  '',
  `Medians of ${ROUNDS} cold starts by turns with those from a server on the same machine, each in a browser of its own, software drawing. Work is processor time by Chromium's trace.`,
  '',
  '| what | in one file | from a server |',
  '| --- | --- | --- |',
  row('first picture of the data: counties and ranking', ({ first }) => first),
  row('symbols on the map', ({ symbols }) => symbols),
  row('work of the page until the first picture', ({ toFirst }) => toFirst.page),
  row('work of the workers until then', ({ toFirst }) => toFirst.workers),
  row('work of the page, whole start', ({ whole }) => whole.page),
])
