import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { INDEX_FILE, PROVINCE_FILE, type ProvinceIndex } from '@/io/province/province-file'
import { judgeThreads } from '../../scripts/province/judges'
import { writeMadeUpProvince } from '../../scripts/province/made-up'
import { makeProvince } from '../../scripts/province/make-province'
import { FLAGS, launch, OFFICE_DRAWING, openPage, serve } from '../browser/chromium'
import { unpackChromium109 } from '../engines/chromium'
import { writeSection } from './section'

// npm run bench:province [-- SOURCES CITIES COUNTIES FOLDER]: generates a province with that many sources in made-up
// cities with that many counties each (default: a million in ten cities of eleven), and measures on its screen how long
// a pan, a filter and the choice of a county take to be drawn. If FOLDER already contains a province, only the screen
// is measured. The app has to be built.

const [, , ...given] = process.argv
const [sources = 1_000_000, cities = 10, counties = 11] = given.slice(0, 3).map(Number)
const folder = given[3] ?? mkdtempSync(join(tmpdir(), 'chentu-bench-province-'))
const lines: string[] = []
const many = (count: number) => count.toLocaleString('en')
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(0)
const MEMORY_MS = 200

if (!existsSync(join(folder, PROVINCE_FILE)))
  // The last city is listed but missing.
  writeMadeUpProvince(folder, {
    cities: cities + 1,
    counties,
    months: 14,
    sources: Math.ceil(sources / cities),
    seed: 1,
  })
if (!existsSync(join(folder, INDEX_FILE))) {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, MEMORY_MS)
  const [making, used] = [performance.now(), process.cpuUsage()]
  const threads = await judgeThreads()
  await makeProvince(folder, threads, '2022-11-02', console.log)
  await threads.end()
  clearInterval(watch)
  const { user, system } = process.cpuUsage(used)
  lines.push(
    `Checked, judged, ranked and made into the pyramid in one go, as \`npm run province\` does it: ${seconds(making)} s, ${((user + system) / 1e6).toFixed(0)} s of processor, ${(most / 1e9).toFixed(1)} GB of memory at most.`,
    '',
  )
}
const index = JSON.parse(readFileSync(join(folder, INDEX_FILE), 'utf8')) as ProvinceIndex

/** The built app with the province in its data folder, by links instead of copies. */
const served = mkdtempSync(join(tmpdir(), 'chentu-bench-served-'))
for (const name of readdirSync('dist'))
  if (name !== 'data') symlinkSync(join(process.cwd(), 'dist', name), join(served, name))
mkdirSync(join(served, 'data'))
symlinkSync(folder, join(served, 'data', 'province'))
const site = await serve(served)

/** Milliseconds from a user action until its result is drawn: the sources, or the page's next frame. */
async function timed(page: Page, until: 'sources' | 'picture', act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((until) => {
    const map = document.querySelector('[data-testid=province-map]')!
    const state = window as unknown as { drawn: Promise<number> }
    let begun = 0
    state.drawn = new Promise((done) => {
      // Uses the event's timestamp, not the time when the page handles it.
      const begin = ({ timeStamp }: Event) => {
        begun = timeStamp
        if (until === 'picture') requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)))
      }
      for (const type of until === 'picture' ? ['click'] : ['pointerup', 'click'])
        window.addEventListener(type, begin, { capture: true, once: true })
      if (until === 'picture') return
      const seen = new MutationObserver(() => {
        if (begun === 0) return
        seen.disconnect()
        done(performance.now() - begun)
      })
      seen.observe(map, { attributeFilter: ['data-drawings'] })
    })
  }, until)
  await act()
  return page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn)
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
const said = (all: readonly number[]) => `${median(all).toFixed(0)} / ${Math.max(...all).toFixed(0)} ms`

const bounds = index.cities.find((city) => city.bounds)!.bounds!
const [lon, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
const PANS: readonly (readonly [number, number])[] = [
  [120, 0],
  [-120, 60],
  [0, -60],
  [90, 90],
  [-90, -90],
]

async function measure(name: string, browser: Browser, webgl: boolean): Promise<void> {
  const { page, context } = await openPage(browser, site.origin, { webgl })
  page.setDefaultTimeout(120_000)
  const drawn = page.locator('[data-testid=province-map][data-seen=cells], [data-testid=province-map][data-seen=dots]')
  const opening = performance.now()
  await page.goto(`${site.origin}?province=data/province`)
  await drawn.waitFor()
  const opened = ((performance.now() - opening) / 1000).toFixed(1)
  const box = (await page.getByTestId('province-map').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const drag = async (by: readonly [number, number]) => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by[0], y + by[1], { steps: 4 })
    // Held still, so that the map does not glide on.
    await page.waitForTimeout(300)
    await page.mouse.up()
  }
  for (const zoom of [6, 10, 14]) {
    await page.goto('about:blank')
    await page.goto(`${site.origin}?province=data/province#/province?at=${lon},${lat},${zoom}`)
    await drawn.waitFor()
    const form = await page.getByTestId('province-map').getAttribute('data-seen')
    const [pans, filters, choices]: number[][] = [[], [], []]
    for (const by of PANS) pans!.push(await timed(page, 'sources', () => drag(by)))
    for (const name of ['已逾期', '不符合', '已逾期', '不符合', '扬尘', '扬尘'])
      filters!.push(await timed(page, 'sources', () => page.getByRole('button', { name, exact: true }).first().click()))
    if (zoom === 6)
      for (const nth of [1, 2, 3, 4, 5])
        choices!.push(await timed(page, 'picture', () => page.locator(`ol [data-row="${nth}"]`).click()))
    lines.push(
      `| ${name}, zoom ${zoom}, ${form} | ${zoom === 6 ? `${opened} s` : ''} | ${said(pans!)} | ${said(filters!)} | ${zoom === 6 ? said(choices!) : ''} |`,
    )
    console.log(lines.at(-1))
  }
  await context.close()
}

lines.push(
  `${cpus().length} processors, at a load of ${loadavg()[1]!.toFixed(0)} with all that ran beside it.`,
  '',
  'On its screen, 1440×900, median and worst from a pan, a press of a filter or a county until it is drawn; ranking and map opened:',
  '',
  '| browser, how near, drawn as | opened | pan | filter | county chosen |',
  '| --- | --- | --- | --- | --- |',
)
const canvas = await launch(OFFICE_DRAWING, 'shell')
await measure('without WebGL', canvas, false)
await canvas.close()
const whole = await launch(OFFICE_DRAWING)
await measure('WebGL by the processor', whole, true)
await whole.close()
const old = await chromium.launch({ executablePath: unpackChromium109(), args: FLAGS })
await measure('Chromium 109 without WebGL', old, false)
await old.close()
await site.close()
rmSync(served, { recursive: true })
if (given[3] === undefined) rmSync(folder, { recursive: true })
const ranked = index.counties.filter((county) => county.ranked).length
writeSection(
  `## A province of ${many(ranked)} counties and ${many(index.sources)} sources (\`npm run bench:province -- ${index.sources} ${cities} ${counties}\`)`,
  lines,
)
