import { launch, openPage, serve } from '../browser/chromium'
import { openTab, TABLET } from '../browser/field-work'
import { countWakes, moveReceiver, setScreenOff, type Wakes, wakesWhileIdle } from '../browser/wakes'
import { writeSection } from './section'

// npm run bench:wakes: what wakes an untouched tablet, in ten minutes of each part of the field screen.
const MINUTES = 10
const STOPS = 12
const WALK_MINUTES = 10
const STAND_MINUTES = 30
/** Metres per second. */
const PACE = 1.2
const CHECK = '#/field?source=construction-site/GD2022-0002'

const own = await serve()
const browser = await launch()
const { context, page } = await openPage(browser, own.origin, TABLET)
await countWakes(context)
await page.goto(`${own.origin}#/field`)
await openTab(page, '附近')
await page.getByRole('button', { name: '使用当前位置' }).click()
await page.clock.runFor(5000)
await page.getByRole('button', { name: '我的位置 ±12 米' }).waitFor()
await openTab(page, '路线')
await page.getByRole('button', { name: '最严重的 8 处' }).click()
await page.getByRole('heading', { name: '今天的路线' }).waitFor()

const rows: (readonly [string, Wakes])[] = []
const measure = async (what: string) => {
  // A user who has just arrived still counts as walking, and looks at what appears.
  await page.clock.runFor(120_000)
  rows.push([what, await wakesWhileIdle(page, MINUTES)])
}
await measure('the round')
await openTab(page, '地图')
await page.clock.runFor(5000)
await measure('the map')
await page.goto(`${own.origin}${CHECK}`)
await page.getByRole('region', { name: /^检查 / }).waitFor()
await measure('a check')
await setScreenOff(page, true)
await measure('the same, screen off')
await setScreenOff(page, false)

// A day's work: walking between two places, then a stop at the second; the round is shown, and the track is recorded.
await page.goto(`${own.origin}#/field`)
await page.evaluate(() => {
  localStorage.setItem('chentu-track', JSON.stringify({ state: { on: true, points: [] }, version: 0 }))
})
await page.reload()
await openTab(page, '路线')
await page.getByRole('heading', { name: '今天的路线' }).waitFor()
let day = { timers: 0, frames: 0, positions: 0, writes: 0, characters: 0 }
for (let stop = 0; stop < STOPS; stop++)
  for (const [pace, minutes] of [
    [PACE, WALK_MINUTES],
    [0, STAND_MINUTES],
  ] as const) {
    await moveReceiver(page, pace)
    const more = await wakesWhileIdle(page, minutes)
    day = {
      timers: day.timers + more.timers,
      frames: day.frames + more.frames,
      positions: day.positions + more.positions,
      writes: day.writes + more.writes,
      characters: day.characters + more.characters,
    }
  }
const HOURS = (STOPS * (WALK_MINUTES + STAND_MINUTES)) / 60
await browser.close()
await own.close()

writeSection('## Wake-ups of the field (`npm run bench:wakes`)', [
  `A tablet that stands and that nobody touches, ${MINUTES} minutes each after two: what wakes the page, and how often its receiver works out a position (each second while it is watched: 600 would be all).`,
  '',
  '| shown | timers | frames | positions |',
  '| --- | --- | --- | --- |',
  ...rows.map(([what, { timers, frames, positions }]) => `| ${what} | ${timers} | ${frames} | ${positions} |`),
  '',
  `${HOURS} hours of following the position with the screen on and the way written down: ${STOPS} times ${WALK_MINUTES} minutes on foot and ${STAND_MINUTES} at a place. The receiver worked out ${day.positions.toLocaleString('en')} positions (${(HOURS * 3600).toLocaleString('en')} would be all), ${day.timers.toLocaleString('en')} timers and ${day.frames.toLocaleString('en')} frames woke the page, and ${day.writes.toLocaleString('en')} small writes put ${(day.characters / 1e6).toFixed(1)} million characters on the device.`,
])
