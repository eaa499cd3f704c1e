import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { parseDay } from '@/domain/calendar'
import { byMonth } from '@/domain/monitoring/by-month'
import { hourly } from '@/domain/monitoring/hours'
import { dayBegin } from '@/domain/monitoring/local-time'
import { readMonitoring } from '@/io/package/monitoring-file'
import { writeHours } from '@/io/readings/write-hours'
import { madeReadings } from '../../scripts/data/readings/made-readings'
import { launch, openPage, serve } from '../browser/chromium'
import { memoryOf } from './memory'
import { writeSection } from './section'
import { ms } from './timed'

// npm run bench:monitors: the monitoring screen with a year of 420 devices, in a browser.

const COUNT = 420
const ROUNDS = 5
/** Hours, calendar and rose: their radio buttons come before those of the periods. */
const VIEWS = 3
const settings = readMonitoring('monitoring.json', JSON.parse(readFileSync('data/monitoring.json', 'utf8'))).value!

/** Construction sites of the built package, used as devices; each has a year of readings. */
const devices = readFileSync('data/construction-site.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1, 1 + COUNT)
  .map((row) => row.split(','))
  .map(([code, , county, lon, lat, , , , stage]) => ({
    code: code!,
    county: county!,
    lon: Number(lon),
    lat: Number(lat),
    stage: stage!,
  }))

/** Writes the built app with a package that has hourly values for all of 2022; returns the number of readings. */
function writeApp(folder: string): number {
  const time = { seed: 2022, from: dayBegin(parseDay('2022-01-01')), until: dayBegin(parseDay('2023-01-01')), step: 15 }
  const { readings } = madeReadings(devices, time)
  cpSync('dist', folder, { recursive: true })
  const path = join(folder, 'data/datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8'))
  const role = 'readings-hourly'
  descriptor.resources = descriptor.resources.filter(
    ({ chentu }: { chentu?: { role?: string } }) => chentu?.role !== role,
  )
  mkdirSync(join(folder, 'data/readings/hourly'), { recursive: true })
  for (const [month, ofMonth] of byMonth(readings)) {
    const name = `readings/hourly/${month}.parquet`
    writeFileSync(join(folder, 'data', name), new Uint8Array(writeHours(hourly(ofMonth, settings.hour))))
    descriptor.resources.push({
      name: `readings-hourly-${month}`,
      path: name,
      title: '小时均值',
      format: 'parquet',
      sources: [{ title: '示例' }],
      chentu: { role, class: 'illustrative', month },
    })
  }
  writeFileSync(path, JSON.stringify(descriptor))
  return readings.minute.length
}

interface Pressed {
  /**
   * Milliseconds from the press until the device's hourly line is painted (`line`), and until its comparison with other
   * devices is shown (`found`).
   */
  readonly line: number
  readonly found: number
}

/** Presses a device or a period by its index, and waits until other hours are shown. */
const pressed = (page: Page, within: string, place: number): Promise<Pressed> =>
  page.evaluate(
    async ([within, place]) => {
      const shown = () => {
        const chart = document.querySelector('#series figure:has(canvas)')
        return chart && !chart.closest('[data-old="true"]') ? chart.getAttribute('aria-label') : null
      }
      const frame = () => new Promise(requestAnimationFrame)
      const before = shown()
      const begun = performance.now()
      document.querySelectorAll<HTMLElement>(within)[place]!.click()
      do await frame()
      while (shown() === null || shown() === before)
      await frame()
      const line = performance.now() - begun
      while (!document.querySelector('#series section h3')) await frame()
      return { line, found: performance.now() - begun }
    },
    [within, place] as const,
  )

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

const folder = mkdtempSync(join(tmpdir(), 'chentu-monitors-'))
const count = writeApp(folder)
const own = await serve(folder)
const browser = await launch()
const { page } = await openPage(browser, own.origin, { viewport: { width: 1440, height: 900 } })
await page.goto(`${own.origin}#/explore`)
await page.locator('#app table tbody tr').first().waitFor()
await page.waitForLoadState('networkidle')

const opened = await page.evaluate(() => performance.now())
await page.goto(`${own.origin}#/monitoring`)
await page.locator('#series circle').first().waitFor()
const firstList = (await page.evaluate(() => performance.now())) - opened

const hourSteps: number[] = []
for (let round = 0; round < 10; round++)
  hourSteps.push(
    await page.evaluate(async () => {
      const slider = document.querySelector<HTMLInputElement>('#series input[type="range"]')!
      const shown = () => document.querySelector('#series output')!.textContent
      const before = shown()
      const begun = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(
        slider,
        String(Number(slider.value) - 1),
      )
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      do await new Promise(requestAnimationFrame)
      while (shown() === before)
      return performance.now() - begun
    }),
  )

/** Presses devices one after the other, all over the same period. */
async function chosen(from: number): Promise<Pressed[]> {
  const times: Pressed[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await pressed(page, '#monitors li button', from + round))
  return times
}
const periods = []
for (const [nth, days] of [7, 30, 90, 365].entries()) {
  const first =
    nth === 0
      ? await pressed(page, '#monitors li button', 5)
      : await pressed(page, '#series fieldset input', VIEWS + nth)
  periods.push({ days, first, others: await chosen(10 + 10 * nth) })
}
const memory = await memoryOf(browser, page)

const lines = [
  `${count.toLocaleString('en')} readings of ${COUNT} devices in a year as hourly means, on the built app in Chromium at 1440×900; medians of ${ROUNDS} devices.`,
  '',
  '| from the press until it is painted | |',
  '| --- | --- |',
  `| the screen, with all devices' last three days | ${ms(firstList)} |`,
  `| another hour of all devices on its map | ${ms(median(hourSteps))} |`,
  '',
  "| a device's hours, from the press | line, first device | line, others | found, first device | found, others |",
  '| --- | --- | --- | --- | --- |',
  ...periods.map(({ days, first, others }) => {
    const [line, found] = [others.map((each) => each.line), others.map((each) => each.found)]
    return `| ${days} days | ${ms(first.line)} | ${ms(median(line))} | ${ms(first.found)} | ${ms(median(found))} |`
  }),
  '',
  `Page and workers after it: ${memory.toFixed(0)} MB. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`,
]
writeSection('## The screen of monitors (`npm run bench:monitors`)', lines)
await browser.close()
await own.close()
rmSync(folder, { recursive: true })
