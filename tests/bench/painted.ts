import type { BrowserContext, Page } from 'playwright-core'

/** What the page records: key presses with the time until the next picture, and late frames. */
interface Seen {
  readonly keys: { readonly at: number; readonly ms: number }[]
  frames: number
  late: number
  longest: number
}

declare global {
  interface Window {
    chentuSeen: Seen
  }
}

/** At 60 Hz, a frame that comes later than this after the previous one means a missed frame. */
const LATE_MS = 1.5 * (1000 / 60)

/** Makes the pages of a context record themselves; call before opening them. */
export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript((late) => {
    const seen: Seen = { keys: [], frames: 0, late: 0, longest: 0 }
    window.chentuSeen = seen
    // The browser's own measure of a key (Event Timing): from the hardware timestamp to the picture that shows its
    // effect, in steps of 8 ms.
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries())
        if (name === 'keydown') seen.keys.push({ at: startTime, ms: duration })
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    let last = 0
    const frame = (now: number) => {
      if (last > 0) {
        seen.frames++
        if (now - last > late) seen.late++
        seen.longest = Math.max(seen.longest, now - last)
      }
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }, LATE_MS)
}

/**
 * Presses a key, waits for its result, and returns the milliseconds until it was painted. Event Timing omits events
 * shorter than 16 ms.
 */
export async function paintedAfter(page: Page, key: string, wanted: string): Promise<number> {
  const from = await page.evaluate(() => performance.now())
  await page.keyboard.press(key)
  await page.locator(wanted).waitFor()
  return page.evaluate(async (from) => {
    // Entries are delivered after the picture they belong to.
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
    return Math.max(0, ...window.chentuSeen.keys.filter(({ at }) => at >= from).map(({ ms }) => ms))
  }, from)
}

/** Moves on to the next picture, from the last one to the first; returns its scene and step. */
export async function nextPicture(page: Page): Promise<{ readonly picture: string; readonly ms: number }> {
  const section = page.locator('section[data-scene]')
  const read = () => section.evaluate(({ dataset: { scene = '', step = '' } }: HTMLElement) => ({ scene, step }))
  const before = await read()
  const isLast = await page.getByRole('button', { name: '下一屏' }).isDisabled()
  const other = `section[data-scene]:not([data-scene="${before.scene}"][data-step="${before.step}"])`
  const ms = await paintedAfter(page, isLast ? 'Home' : 'PageDown', other)
  const { scene, step } = await read()
  return { picture: step === 'all' ? scene : `${scene}, ${step}`, ms }
}

/** Frames since the last call, how many of them were late, and the longest gap in ms. */
export const framesOf = (page: Page) =>
  page.evaluate(() => {
    const { frames, late, longest } = window.chentuSeen
    Object.assign(window.chentuSeen, { frames: 0, late: 0, longest: 0 })
    return { frames, late, longest }
  })

/** JavaScript heap in MB after collecting garbage, DOM nodes and listeners. */
export async function memoryOfPage(page: Page): Promise<{ heap: number; nodes: number; listeners: number }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  await cdp.detach()
  return { heap: usedSize / 1e6, nodes, listeners: jsEventListeners }
}
