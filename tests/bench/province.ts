import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { INDEX_FILE, type ProvinceIndex } from '@/io/province/province-file'
import { judgeThreads } from '../../scripts/province/judges'
import { writeMadeUpProvince } from '../../scripts/province/made-up'
import { makeProvince } from '../../scripts/province/make-province'
import { launch, OFFICE_DRAWING, openPage, serve } from '../browser/chromium'

// npm run bench:province [-- SOURCES [FOLDER]]: makes a province of ten made-up cities with so many sources together (a million
// where not said), and measures on its screen how long a pan, a zoom and a filter take until they are drawn. Where FOLDER has a
// province already made, that is measured. The app has to be built.

const [, , written = '1000000', given] = process.argv
const CITIES = 10
const sources = Number(written)
const folder = given ?? mkdtempSync(join(tmpdir(), 'chentu-bench-province-'))
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)

if (!existsSync(join(folder, INDEX_FILE))) {
  const begun = performance.now()
  // The last of them is named and missing.
  writeMadeUpProvince(folder, { cities: CITIES + 1, counties: 11, months: 14, sources: sources / CITIES, seed: 1 })
  console.log(`written in ${seconds(begun)} s`)
  const threads = await judgeThreads()
  const making = performance.now()
  const { counties } = await makeProvince(folder, threads, '2022-11-02', console.log)
  await threads.end()
  console.log(`${sources} sources, ${counties.length} counties: judged, ranked and made in ${seconds(making)} s`)
}

/** The built app with the province in its data, without a copy of either. */
const served = mkdtempSync(join(tmpdir(), 'chentu-bench-served-'))
for (const name of readdirSync('dist'))
  if (name !== 'data') symlinkSync(join(process.cwd(), 'dist', name), join(served, name))
mkdirSync(join(served, 'data'))
symlinkSync(folder, join(served, 'data', 'province'))

const site = await serve(served)
const browser = await launch(OFFICE_DRAWING, 'shell')
const { page } = await openPage(browser, site.origin, { webgl: false })
page.setDefaultTimeout(120_000)
await page.setViewportSize({ width: 1440, height: 900 })

/** Milliseconds from the end of an act in the page until the sources are drawn anew. */
async function timed(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const map = document.querySelector('[data-testid=province-map]')!
    const state = window as unknown as { drawn: Promise<number>; begun: number }
    state.begun = 0
    // When the hand did it, and not when the page came to hear of it.
    const begin = ({ timeStamp }: Event) => {
      state.begun = timeStamp
    }
    for (const type of ['pointerup', 'click', 'wheel'])
      window.addEventListener(type, begin, { capture: true, once: true })
    state.drawn = new Promise((done) => {
      const seen = new MutationObserver(() => {
        if (state.begun === 0) return
        seen.disconnect()
        done(performance.now() - state.begun)
      })
      seen.observe(map, { attributeFilter: ['data-drawings'] })
    })
  })
  await act()
  return page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn)
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
const said = (name: string, all: readonly number[]) =>
  console.log(`${name}: median ${median(all).toFixed(0)} ms, worst ${Math.max(...all).toFixed(0)} ms (${all.length})`)

const opening = performance.now()
await page.goto(`${site.origin}?province=data/province`)
await page.locator('[data-testid=province-map][data-seen=cells], [data-testid=province-map][data-seen=dots]').waitFor()
console.log(`opened, ranked and drawn in ${seconds(opening)} s`)

const box = (await page.getByTestId('province-map').boundingBox())!
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
async function drag(by: readonly [number, number]): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by[0], y + by[1], { steps: 4 })
  // Held still, so that it does not glide on.
  await page.waitForTimeout(300)
  await page.mouse.up()
}
const index = JSON.parse(readFileSync(join(folder, INDEX_FILE), 'utf8')) as ProvinceIndex
const bounds = index.cities.find((city) => city.bounds)!.bounds!
const [lon, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
const PANS: readonly (readonly [number, number])[] = [
  [120, 0],
  [-120, 60],
  [0, -60],
  [90, 90],
  [-90, -90],
]
for (const zoom of [6, 8, 10, 12, 14]) {
  await page.goto('about:blank')
  await page.goto(`${site.origin}?province=data/province#/province?at=${lon},${lat},${zoom}`)
  await page
    .locator('[data-testid=province-map][data-seen=cells], [data-testid=province-map][data-seen=dots]')
    .waitFor()
  const form = await page.getByTestId('province-map').getAttribute('data-seen')
  const pans: number[] = []
  for (const by of PANS) pans.push(await timed(page, () => drag(by)))
  said(`zoom ${zoom}, ${form}: pan`, pans)
  const filters: number[] = []
  for (const name of ['已逾期', '不符合', '已逾期', '不符合', '扬尘', '扬尘'])
    filters.push(await timed(page, () => page.getByRole('button', { name, exact: true }).first().click()))
  said(`zoom ${zoom}, ${form}: filter`, filters)
}
await browser.close()
await site.close()
rmSync(served, { recursive: true })
if (given === undefined) rmSync(folder, { recursive: true })
