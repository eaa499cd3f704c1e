import { launch, openPage, serve } from '../browser/chromium'
import { writeSection } from './section'

// npm run bench:meeting: how soon scenes stand on the wall, and whether hours of showing them fill the memory.
const SCENES = ['ranking', 'map', 'year', 'race', 'movers', 'county', 'tasks']
/** Rounds through all scenes: with 15 seconds a scene, 26 rounds are 45 minutes. */
const ROUNDS = 26
/** A scene is looked at so long here: long enough to be painted without a graphics card. */
const LOOK_MS = 750
const own = await serve()
const browser = await launch()
const { page, context } = await openPage(browser, own.origin)
const begun = performance.now()
await page.goto(`${own.origin}#/meeting`)
await page.locator('section[data-scene="ranking"]').waitFor()
const cold = performance.now() - begun

/** From the key until the next frame in which the scene stands. */
const goTo = (scene: number) =>
  page.evaluate(
    async ([key, name]) => {
      const from = performance.now()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: key! }))
      while (!document.querySelector(`section[data-scene="${name}"]`)) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return performance.now() - from
    },
    [String(scene + 1), SCENES[scene]!],
  )
const cdp = await context.newCDPSession(page)
async function heap(): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number }
  return usedSize / 1e6
}
for (const scene of [1, 2, 3, 4, 5, 6, 0]) await goTo(scene)
const times = new Map<string, number[]>()
const heaps = [await heap()]
for (let round = 0; round < ROUNDS; round++) {
  for (let scene = 0; scene < SCENES.length; scene++) {
    const name = SCENES[(scene + 1) % SCENES.length]!
    times.set(name, [...(times.get(name) ?? []), await goTo((scene + 1) % SCENES.length)])
    await page.waitForTimeout(LOOK_MS)
  }
  if (round % 5 === 4) heaps.push(await heap())
}
await browser.close()
await own.close()
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
writeSection('## The meeting (`npm run bench:meeting`)', [
  `First scene from a cold start: ${cold.toFixed(0)} ms. From the key to the frame in which the scene stands, after the first time:`,
  '',
  '| scene | median ms | slowest ms |',
  '| --- | --- | --- |',
  ...[...times].map(([name, all]) => `| ${name} | ${median(all).toFixed(0)} | ${Math.max(...all).toFixed(0)} |`),
  '',
  `JavaScript heap of the page, MB, over ${ROUNDS} rounds through all scenes (45 minutes at 15 s a scene, here 20 times as fast): ${heaps.map((each) => each.toFixed(1)).join(' → ')}.`,
])
