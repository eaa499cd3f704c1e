import { launch, openPage, openWindow, serve } from '../browser/chromium'
import { servingLargeCity } from '../fixtures/large-city'
import { framesOf, memoryOfPage, nextPicture, watchPages } from './painted'

/** Time a scene is shown before the next key press. */
const LOOK_MS = 15_000
const MINUTE_MS = 60_000
/** The agenda's first scene. */
const FIRST = 'decisions'

export interface Rehearsal {
  readonly minutes: number
  /** Milliseconds for each change of picture. */
  readonly times: readonly number[]
  readonly held: readonly (Awaited<ReturnType<typeof memoryOfPage>> & { readonly minute: number })[]
  readonly speaker: readonly Awaited<ReturnType<typeof memoryOfPage>>[]
  readonly frames: Awaited<ReturnType<typeof framesOf>>
  readonly faults: readonly string[]
}

/**
 * A meeting in real time on a wall display of 1920 × 1080 with the speaker's window open: repeats all scenes and steps
 * of thirty counties, plays the race to its end, and changes the month after each round.
 */
export async function rehearse(minutes: number): Promise<Rehearsal> {
  const own = await serve('dist', servingLargeCity())
  const browser = await launch()
  const { page, context, faults } = await openPage(browser, own.origin, {
    webgl: false,
    viewport: { width: 1920, height: 1080 },
  })
  await watchPages(context)
  await page.goto(`${own.origin}#/meeting`)
  await page.locator('section[data-scene]').waitFor()
  const speaker = await openWindow(context)
  await speaker.goto(`${own.origin}#/meeting?speaker=1`)
  await speaker.locator('[data-ahead]').waitFor()
  // One pass first, so that everything has been loaded and drawn once.
  while ((await nextPicture(page)).picture !== FIRST);
  await page.locator('section[data-ready]').waitFor({ state: 'attached' })
  const begun = Date.now()
  const minute = () => (Date.now() - begun) / MINUTE_MS
  const held = [{ minute: 0, ...(await memoryOfPage(page)) }]
  const speakerHeld = [await memoryOfPage(speaker)]
  await framesOf(page)
  const times: number[] = []
  while (minute() < minutes) {
    const { picture, ms } = await nextPicture(page)
    times.push(ms)
    if (picture === FIRST) {
      await page.keyboard.press('ArrowUp')
      held.push({ minute: minute(), ...(await memoryOfPage(page)) })
    }
    if (picture === 'race') await page.keyboard.press(' ')
    await page.waitForTimeout(LOOK_MS)
  }
  // Back to the same scene as at the start, and what is drawn ahead of it.
  await page.keyboard.press('Home')
  await page.locator(`section[data-scene="${FIRST}"]`).waitFor()
  await page.locator('section[data-ready]').waitFor({ state: 'attached' })
  held.push({ minute: minute(), ...(await memoryOfPage(page)) })
  speakerHeld.push(await memoryOfPage(speaker))
  const frames = await framesOf(page)
  await browser.close()
  await own.close()
  return { minutes, times, held, speaker: speakerHeld, frames, faults }
}
