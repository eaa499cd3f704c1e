// npm run bench:readings: how long the import of a month of readings of 420 monitors every 15 minutes takes, step by step
// in Node and as a whole in a browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { byMonth } from '@/domain/monitoring/by-month'
import { readExport } from '@/io/readings/read-export'
import { writeReadings } from '@/io/readings/write-readings'
import { decidedReadings, reviewOf } from '@/workspace/readings/readings-desk'
import { launch, openPage, serve } from '../browser/chromium'
import { monitorCsv } from '../fixtures/monitor-export'
import { ruleWith } from '../fixtures/readings'
import { writeSection } from './section'
import { ms } from './timed'

const DEVICES = Array.from({ length: 420 }, (_, i) => `610400${String(i).padStart(18, '0')}`)
const PIECE = 1 << 18
const NOW = Date.UTC(2022, 7, 1) / 60_000

const ROWS = DEVICES.length * 2880
const csv = monitorCsv(DEVICES, '2022-06-01 00:00', 2880)
const file = new File([csv], '六月.csv')
const lines = [
  `${ROWS.toLocaleString('en')} rows of 420 monitors, ${(file.size / 1e6).toFixed(0)} MB of CSV; the steps without a browser.`,
  '',
  '| step | time | of the processor |',
  '| --- | --- | --- |',
]

/** What any reader of the file spends at least: it compares machines. */
const begun = performance.now()
for (let at = 0; at < csv.length; at += PIECE) Papa.parse(csv.slice(at, at + PIECE))
const split = performance.now() - begun

let total = 0
async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const took = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  total += took
  lines.push(`| ${name} | ${ms(took)} | ${ms((user + system) / 1000)} |`)
  return value
}

const read = (await step('read', () => readExport(file, () => undefined, {}, ruleWith())))!
await step('look through', () => reviewOf([{ ...read, id: 1 }], NOW))
const decision = { units: {}, devices: {}, wrongTimes: null }
const decided = await step('put in order', () => decidedReadings([read], decision, NOW))
const months = await step('split by month', () => byMonth(decided))
const bytes = await step('write Parquet', () => months.map(([, of]) => writeReadings(of).byteLength))
const size = (bytes.reduce((sum, each) => sum + each, 0) / 1e6).toFixed(1)
lines.push(
  `| in all, ${size} MB of Parquet | ${ms(total)} | |`,
  '',
  `PapaParse alone, splitting the decoded text into cells: ${ms(split)}; in all ${(total / split).toFixed(1)} times that.`,
)

/** Drops the file in the built app; how long until it can be saved, and until it is. */
async function inBrowser(): Promise<readonly [shown: number, saved: number]> {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-readings-'))
  const path = join(folder, file.name)
  writeFileSync(path, csv)
  const [browser, served] = await Promise.all([launch(), serve()])
  try {
    const { page } = await openPage(browser, served.origin)
    await page.goto(`${served.origin}#/data`)
    const input = page.getByTestId('files')
    await input.waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    const dropped = performance.now()
    await input.setInputFiles(path)
    const save = page.getByRole('button', { name: /^保存 [\d,]+ 条数据/ })
    await save.waitFor()
    const shown = performance.now()
    await save.click()
    await page.getByText(`${DEVICES.length} 台设备 · ${ROWS.toLocaleString('en')} 条`).waitFor()
    return [shown - dropped, performance.now() - shown]
  } finally {
    await browser.close()
    await served.close()
    rmSync(folder, { recursive: true })
  }
}
const [shown, saved] = await inBrowser()
lines.push(
  '',
  `In Chromium on the built app: ${ms(shown)} from the drop until its report is shown, ${ms(saved)} from the press until it is stored; in all ${((shown + saved) / split).toFixed(1)} times PapaParse alone. Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`,
)
writeSection('## A month of readings taken in (`npm run bench:readings`)', lines)
