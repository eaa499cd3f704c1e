import { launch, openPage, serve } from '../browser/chromium'
import { openTab, TABLET } from '../browser/field-work'
import { countWakes, hide, idle, type Wakes } from '../browser/wakes'
import { writeSection } from './section'

// npm run bench:wakes: what wakes a tablet that nobody touches, in ten minutes of each part of the field.
const MINUTES = 10
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
  // Who has just come there is still taken for walking, and looks at what appears.
  await page.clock.runFor(120_000)
  rows.push([what, await idle(page, MINUTES)])
}
await measure('the round')
await openTab(page, '地图')
await page.clock.runFor(5000)
await measure('the map')
await page.goto(`${own.origin}${CHECK}`)
await page.getByRole('region', { name: /^检查 / }).waitFor()
await measure('a check')
await hide(page, true)
await measure('the same, screen off')
await browser.close()
await own.close()

writeSection('## Wake-ups of the field (`npm run bench:wakes`)', [
  `A tablet that stands and that nobody touches, ${MINUTES} minutes each after two: what wakes the page, and how often its receiver works out a position (each second while it is watched: 600 would be all). Frames are asked for by deck.gl once the map was shown; a browser gives none while the screen is off, which the clock of this count does.`,
  '',
  '| shown | timers | frames | positions |',
  '| --- | --- | --- | --- |',
  ...rows.map(([what, { timers, frames, positions }]) => `| ${what} | ${timers} | ${frames} | ${positions} |`),
])
