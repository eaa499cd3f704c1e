import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launch, mapDrawn, OFFICE_DRAWING, openPage, serve } from '../browser/chromium'
import { ms } from './timed'
import { busyIn, type Parts, partsOf, tracedTasks } from './traced'

const SIZE = { width: 1440, height: 900 }
const ROUNDS = 5
const FRAMES = 60
/** The start counts as over this long after the symbols are drawn. */
const AFTER_MS = 3000

declare global {
  interface Window {
    /** When counties and ranking were painted, ms after the start. */
    chentuFirst?: number
  }
}

/** Records in the page when both counties and ranking are first painted. */
export function watchFirstPicture(): void {
  const observer = new MutationObserver(() => {
    const counties = document.querySelector('[data-testid="county-drawing"] path[fill]')
    if (!counties || !document.querySelector('#app table tbody tr')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        window.chentuFirst = performance.now()
      }
      port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

interface Start {
  readonly painted: number
  readonly first: number
  readonly symbols: number
  readonly longest: number
  readonly lastLong: number
  /** Number of scripts requested before the first picture, their compressed kilobytes, and those of all scripts. */
  readonly files: number
  readonly bytes: number
  readonly allBytes: number
  readonly toFirst: Parts
  readonly whole: Parts
}

const packed = (paths: readonly string[]) =>
  [...new Set(paths)].reduce((sum, path) => sum + gzipSync(readFileSync(`dist${path}`)).length, 0) / 1024

async function oneStart(browser: Browser, origin: string): Promise<Start> {
  const { page, context } = await openPage(browser, origin, { viewport: SIZE })
  await page.addInitScript(watchFirstPicture)
  const read = await tracedTasks(browser, page, async () => {
    await page.goto(origin)
    await mapDrawn(page)
    await page.waitForTimeout(AFTER_MS)
  })
  const seen = await page.evaluate(() => ({
    first: window.chentuFirst ?? Number.NaN,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    symbols: performance.getEntriesByName('sources-drawn')[0]!.startTime,
    scripts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.m?js$/.test(name))
      .map(({ name, startTime }) => ({ path: new URL(name).pathname, startTime })),
  }))
  await context.close()
  const before = seen.scripts.filter(({ startTime }) => startTime < seen.first).map(({ path }) => path)
  const long = read.pageTasks.filter(({ wall }) => wall > 50)
  return {
    ...seen,
    longest: Math.max(0, ...long.map(({ wall }) => wall)),
    lastLong: Math.max(0, ...long.map(({ at, wall }) => at + wall)),
    files: before.length,
    bytes: packed(before),
    allBytes: packed(seen.scripts.map(({ path }) => path)),
    toFirst: partsOf(read, seen.first),
    whole: partsOf(read, Number.POSITIVE_INFINITY),
  }
}

/** One frame while the map is dragged: processor time of each process, and elapsed time. */
async function oneFrame(browser: Browser, origin: string) {
  const { page, context } = await openPage(browser, origin, { viewport: SIZE })
  await page.goto(origin)
  await mapDrawn(page)
  await page.getByTestId('county-drawing').waitFor({ state: 'detached' })
  const box = (await page.getByTestId('map').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.7]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const busyBefore = await busyIn(browser)
  const start = performance.now()
  for (let frame = 1; frame <= FRAMES; frame++) {
    await page.mouse.move(x + 3 * (frame % 40 < 20 ? frame % 20 : 20 - (frame % 20)), y)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  const waited = (performance.now() - start) / FRAMES
  const busy = await busyIn(browser)
  await page.mouse.up()
  await context.close()
  const per = (kind: keyof typeof busy) => (busy[kind] - busyBefore[kind]) / FRAMES
  return {
    waited,
    drawing: per('GPU'),
    page: per('renderer'),
    size: `${box.width.toFixed(0)}×${box.height.toFixed(0)}`,
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** How the app starts and how its map moves, without a graphics card, with the share of each part. */
export async function startUp(): Promise<string[]> {
  const server = await serve()
  const inBrowser = async <T>(measure: (browser: Browser) => Promise<T>) => {
    // A new browser each time: the second page in one browser would find warm caches.
    const browser = await launch(OFFICE_DRAWING)
    try {
      return await measure(browser)
    } finally {
      await browser.close()
    }
  }
  const starts: Start[] = []
  for (let round = 0; round < ROUNDS; round++)
    starts.push(await inBrowser((browser) => oneStart(browser, server.origin)))
  const frame = await inBrowser((browser) => oneFrame(browser, server.origin))
  await server.close()
  const of = (read: (start: Start) => number) => median(starts.map(read))
  const row = (what: string, read: (parts: Parts) => number) =>
    `| ${what} | ${ms(of(({ toFirst }) => read(toFirst)))} | ${ms(of(({ whole }) => read(whole)))} |`
  return [
    `## Start-up of the built app, cold, ${SIZE.width}×${SIZE.height}, software drawing`,
    '',
    `Medians of ${ROUNDS} starts, each in a browser of its own. Work is processor time by Chromium's trace, which a busy machine lengthens less than the clock.`,
    '',
    '| what | figure | goal |',
    '| --- | --- | --- |',
    `| first picture of the data: counties and ranking | ${ms(of(({ first }) => first))} (first paint ${ms(of(({ painted }) => painted))}) | ≤ 1000 ms |`,
    `| symbols on the map | ${ms(of(({ symbols }) => symbols))} | |`,
    `| last long task of the page ended | ${ms(of(({ lastLong }) => lastLong))} | ≤ 2500 ms |`,
    `| longest task of the page | ${ms(of(({ longest }) => longest))} | ≤ 200 ms |`,
    `| a frame while the map of ${frame.size} is dragged | ${ms(frame.waited)}; work of the drawing ${ms(frame.drawing)}, of the page ${ms(frame.page)} | ≤ 40 ms |`,
    `| scripts asked for before the first picture, workers included | ${of(({ files }) => files)} files, ${of(({ bytes }) => bytes).toFixed(0)} kB packed; in all ${of(({ allBytes }) => allBytes).toFixed(0)} kB | |`,
    '',
    '| work of | until the first picture | of the whole start |',
    '| --- | --- | --- |',
    row('the page', ({ page }) => page),
    row('the workers', ({ workers }) => workers),
    row('reading code ahead, on other threads', ({ ahead }) => ahead),
    row('drawing, in place of a graphics card', ({ drawing }) => drawing),
    row('the browser itself', ({ browser }) => browser),
  ]
}
