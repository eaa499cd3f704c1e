import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launch, mapDrawn, OFFICE_DRAWING, openPage, serve } from '../browser/chromium'
import { confirmSaving, openTab, PHOTO, TABLET } from '../browser/field-work'
import { writeSection } from './section'

// npm run bench:tablet: list, check and map on a page that is slowed down four times, and the memory of the whole browser.
const SLOWED = 4
const MEMORY_MB = 3000
/** Minimum length of a drag across the map, in CSS pixels. */
const DRAG = 300

/** Memory of all processes of a browser in MB; shared memory pages are counted once (PSS). */
async function memoryOfAll(browser: Browser): Promise<number> {
  const root = await browser.newBrowserCDPSession()
  const { processInfo } = await root.send('SystemInfo.getProcessInfo')
  await root.detach()
  const kilobytes = processInfo.map(({ id }) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000
}

const own = await serve()
const browser = await launch(OFFICE_DRAWING)
const { context, page } = await openPage(browser, own.origin, TABLET)
const cdp = await context.newCDPSession(page)
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })

const rows: (readonly [string, number])[] = []
let most = 0
/** Runs an act and records the time until its result is on the screen. */
async function measure(what: string, act: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  await act()
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  rows.push([what, performance.now() - from])
  most = Math.max(most, await memoryOfAll(browser))
}

const check = page.getByRole('region', { name: /^检查 / })
const near = page.getByRole('listitem').getByRole('button', { name: /渭阳路改造二标/ })
await measure('cold start, until the round can be planned', async () => {
  await page.goto(`${own.origin}#/field`)
  await page.getByRole('navigation', { name: '巡查界面' }).waitFor()
})
await measure('the list of what is near', async () => {
  await openTab(page, '附近')
  await page.getByRole('button', { name: '使用当前位置' }).click()
  await page.getByRole('button', { name: '我的位置 ±12 米' }).waitFor()
  await page.getByRole('listitem').first().waitFor()
})
await measure('the list of 3 km', async () => {
  await page.getByRole('button', { name: '3 公里' }).click()
  await near.waitFor()
})
await measure('a check opened', async () => {
  await near.click()
  await check.waitFor()
})
await measure('an item answered', async () => {
  await check.getByRole('button', { name: '不符合', exact: true }).first().click()
  await check.locator('button[aria-pressed="true"]').first().waitFor()
})
await measure('a photo taken in', async () => {
  await page
    .getByTestId(/^photos-/)
    .first()
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
  await check.getByRole('img', { name: /^照片/ }).waitFor()
})
await measure('the rest answered as met', async () => {
  await check.getByRole('button', { name: '其余符合' }).click()
  await check.getByRole('button', { name: '撤销' }).waitFor()
})
await measure('saved: signed, and on the disk', async () => {
  await check.getByRole('button', { name: /^保存记录/ }).click()
  await confirmSaving(page)
  await check.getByText('已保存到本机').waitFor()
})
await page.goto(`${own.origin}#/field`)
await measure('the map, from a press until it is drawn', async () => {
  await openTab(page, '地图')
  await mapDrawn(page)
})
const frames = await (async () => {
  const box = (await page.getByTestId('map').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(() => {
    const times: number[] = []
    const look = (now: number) => {
      times.push(now)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { times })
  })
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - DRAG, y - DRAG, { steps: 60 })
  await page.mouse.up()
  const times = (await page.evaluate('times')) as number[]
  return times.slice(1).map((time, i) => time - times[i]!)
})()
await browser.close()
await own.close()

const sorted = frames.toSorted((a, b) => a - b)
writeSection('## A slow tablet (`npm run bench:tablet`)', [
  `800 × 1280 by touch, the page's processor slowed down ${SLOWED} times (the browser slows no workers down), without a graphics card. The most memory that all processes of the browser held: ${most.toFixed(0)} MB, of the ${MEMORY_MB} MB that such a tablet has.`,
  '',
  '| what | until it stands, ms |',
  '| --- | --- |',
  ...rows.map(([what, ms]) => `| ${what} | ${ms.toFixed(0)} |`),
  `| a frame while the map is dragged: median, the slowest of ${frames.length} | ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)}, ${sorted.at(-1)!.toFixed(0)} |`,
])
