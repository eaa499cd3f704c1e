// npm run bench:readings: how long the import of a month of readings of 420 monitors every 15 minutes takes, without a
// browser.
import Papa from 'papaparse'
import { byMonth } from '@/domain/monitoring/by-month'
import { readExport } from '@/io/readings/read-export'
import { writeReadings } from '@/io/readings/write-readings'
import { decidedReadings, reviewOf } from '@/workspace/readings/readings-desk'
import { monitorCsv } from '../fixtures/monitor-export'
import { ruleWith } from '../fixtures/readings'
import { writeSection } from './section'
import { ms } from './timed'

const DEVICES = Array.from({ length: 420 }, (_, i) => `610400${String(i).padStart(18, '0')}`)
const PIECE = 1 << 18
const NOW = Date.UTC(2022, 7, 1) / 60_000

const file = new File([monitorCsv(DEVICES, '2022-06-01 00:00', 2880)], '六月.csv')
const lines = [
  `${(DEVICES.length * 2880).toLocaleString('en')} rows of 420 monitors, ${(file.size / 1e6).toFixed(0)} MB of CSV, without a browser.`,
  '',
  '| step | time | of the processor |',
  '| --- | --- | --- |',
]

/** What any reader of the file spends at least: it compares machines. */
const text = await file.text()
const begun = performance.now()
for (let at = 0; at < text.length; at += PIECE) Papa.parse(text.slice(at, at + PIECE))
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
writeSection('## A month of readings taken in (`npm run bench:readings`)', lines)
