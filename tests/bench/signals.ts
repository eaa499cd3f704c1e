import { mkdirSync, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AsyncBuffer } from 'hyparquet'
import { parseDay } from '@/domain/calendar'
import { groupLevels, levelOfOthers } from '@/domain/monitoring/background'
import type { DoubtKind } from '@/domain/monitoring/doubts/doubt'
import { doubtsBesideNeighbours, doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { byCounty, exceedances } from '@/domain/monitoring/exceedances'
import { hourGrid } from '@/domain/monitoring/hour-grid'
import { hourly } from '@/domain/monitoring/hours'
import { dayBegin } from '@/domain/monitoring/local-time'
import { readMonitoring } from '@/io/package/monitoring-file'
import { openReadings } from '@/io/readings/open-readings'
import { madeReadings } from '../../scripts/data/readings/made-readings'
import { fold } from '../../scripts/fold/fold'
import { dailyMeans } from '../fixtures/days'
import { detected } from './detection'
import { madeDevices, writeRaw } from './raw-readings'
import { writeSection } from './section'
import { ms, timed } from './timed'

// npm run bench:signals [DEVICES]: a year of generated readings at 15 minutes, folded, opened, evaluated and checked
// for doubts.

const count = Number(process.argv[2] ?? 420)
const devices = madeDevices(count)
const deviceOf = new Map(devices.map((each) => [each.code, each]))
const settings = readMonitoring('monitoring.json', JSON.parse(readFileSync('data/monitoring.json', 'utf8'))).value!
const time = { seed: 2022, from: dayBegin(parseDay('2022-01-01')), until: dayBegin(parseDay('2023-01-01')), step: 15 }
const lines: string[] = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}
const many = (of: number) => of.toLocaleString('en')
const timedAsync = async <T>(work: () => Promise<T>) => {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** A file read by byte ranges, as the app reads one of its folder. */
async function ranged(path: string): Promise<AsyncBuffer> {
  const blob = await openAsBlob(path)
  return { byteLength: blob.size, slice: (from, to) => blob.slice(from, to).arrayBuffer() }
}

const folder = mkdtempSync(join(tmpdir(), 'chentu-signals-'))
const [raw, out] = [join(folder, 'raw'), join(folder, 'out')]
mkdirSync(raw)
const sizeOf = (path: string) =>
  readdirSync(path, { withFileTypes: true }).reduce(
    (sum, each) => sum + (each.isFile() ? statSync(join(path, each.name)).size : 0),
    0,
  ) / 1e6

const made = timed(() => madeReadings(devices, time))
const { readings, truth } = made.value
say(
  `${many(readings.minute.length)} readings of ${count} devices in a year at 15 minutes, made from a seed; ${cpus().length} processors, Node ${process.version}.`,
)
say()
say('| in memory, one run | time |')
say('| --- | --- |')
const hours = timed(() => hourly(readings, settings.hour))
say(`| means by hour of all 9 parameters (${many(hours.value.minute.length)} hours) | ${ms(hours.ms)} |`)
const days = timed(() => dailyMeans(hours.value, settings.day))
say(`| means by day (${many(days.value.minute.length)} days) | ${ms(days.ms)} |`)
const own = timed(() => doubtsOfDevices(readings, settings.doubts))
say(`| doubts of each device by itself (${many(own.value.length)}) | ${ms(own.ms)} |`)
const beside = timed(() =>
  doubtsBesideNeighbours(
    hours.value,
    (code) => {
      const { lon, lat } = deviceOf.get(code)!
      return [lon, lat]
    },
    settings.doubts,
  ),
)
say(`| doubts beside neighbours, from hours (${many(beside.value.length)}) | ${ms(beside.ms)} |`)
say()
say('### What is found of the faults that were put in')
say()
say(
  'A fault is found where a doubt of its kind meets it. A doubt is right where it meets a fault of its kind; it is of another fault where it meets one within a day, as the hole that a clock leaves that is set back. Faults are of all sizes: drifts by 1.2 to 2.2 times, spikes of 2 to 14 times, clocks off by 1 to 12 hours. Made air is plainer than real air: on real readings expect more wrong doubts. Thresholds are those of `data/monitoring.json`.',
)
say()
say('| doubt | faults | found | doubts | right | of another fault | wrong | precision |')
say('| --- | --- | --- | --- | --- | --- | --- | --- |')
const kinds = Object.keys(settings.doubts) as DoubtKind[]
for (const each of detected(kinds, truth, [...own.value, ...beside.value]))
  say(
    `| ${each.kind} | ${each.faults} | ${percent(each.found, each.faults)} | ${each.doubts} | ${each.right} | ${each.ofOthers} | ${each.wrong} | ${percent(each.right, each.doubts)} |`,
  )
say()
await writeRaw(readings, raw)
const folded = await timedAsync(() => fold(raw, out, settings, console.log))
const again = await timedAsync(() => fold(raw, out, settings))
say('### Folded by DuckDB, and opened')
say()
say('| | |')
say('| --- | --- |')
say(
  `| \`npm run fold\`, ${sizeOf(raw).toFixed(0)} MB of CSV, readings, hours and days of 12 months | ${(folded.ms / 1000).toFixed(1)} s |`,
)
say(`| the same again, where nothing changed | ${(again.ms / 1000).toFixed(1)} s |`)
say(
  `| Parquet of readings, of hours, of days | ${sizeOf(join(out, 'readings')).toFixed(0)}, ${sizeOf(join(out, 'readings/hourly')).toFixed(0)}, ${sizeOf(join(out, 'readings/daily')).toFixed(1)} MB |`,
)
const months = folded.value.months.map(({ month }) => month)
const oneYear = await timedAsync(async () => {
  let rows = 0
  for (const month of months) {
    const file = await openReadings(await ranged(join(out, `readings/${month}.parquet`)))
    rows += (await file.read({ device: 'D0007', parameters: ['tsp'] })).minute.length
  }
  return rows
})
say(`| one device's year of TSP, ${many(oneYear.value)} readings out of 12 files | ${ms(oneYear.ms)} |`)
const yearOfHours = await timedAsync(async () => {
  let rows = 0
  for (const month of months) {
    const file = await openReadings(await ranged(join(out, `readings/hourly/${month}.parquet`)))
    rows += (await file.read({ device: 'D0007', parameters: ['tsp'] })).minute.length
  }
  return rows
})
say(`| its year of hours, ${many(yearOfHours.value)} | ${ms(yearOfHours.ms)} |`)
const october = await timedAsync(async () => {
  const file = await openReadings(await ranged(join(out, 'readings/hourly/2022-10.parquet')))
  return file.read({ parameters: ['tsp', 'pm10'] })
})
say(`| a month of all devices' hours, TSP and PM10, ${many(october.value.minute.length)}, read | ${ms(october.ms)} |`)
const hour = dayBegin(parseDay('2022-10-08')) + 600
const hourOfAll = await timedAsync(async () => {
  const file = await openReadings(await ranged(join(out, 'readings/hourly/2022-10.parquet')))
  return (await file.read({ from: hour, until: hour + 60, parameters: ['tsp'] })).minute.length
})
say(`| one hour of all devices from the file, ${hourOfAll.value} | ${ms(hourOfAll.ms)} |`)
const picked = timed(() => {
  let rows = 0
  for (const at of october.value.minute) if (at === hour) rows++
  return rows
})
say(`| the same from a month that is in memory | ${ms(picked.ms)} |`)
const countyOf = (code: string) => deviceOf.get(code)!.county
const stageOf = (code: string) => deviceOf.get(code)!.stage
const above = timed(() => exceedances(october.value, 60, { limits: settings.limits, stageOf }))
say(`| a month's exceedances of all, in memory (${above.value.length}) | ${ms(above.ms)} |`)
const lessBackground = timed(() => {
  const from = dayBegin(parseDay('2022-10-01'))
  const grid = hourGrid([october.value], from, dayBegin(parseDay('2022-11-01')), ['pm10'])
  const levels = groupLevels(grid, 'pm10', countyOf, settings.background!)
  const of = (county: string, at: number, own: number) =>
    levelOfOthers(levels.get(county)!, (at - from) / 60, own, settings.background!)
  const background = byCounty(new Map([['pm10', of]]), countyOf)
  return exceedances(october.value, 60, { limits: settings.limits, stageOf, background })
})
say(`| the same with the county's background taken off (${lessBackground.value.length}) | ${ms(lessBackground.ms)} |`)
rmSync(folder, { recursive: true })
say()
say(`Load of the machine at the end: ${loadavg()[1]!.toFixed(0)} on ${cpus().length} processors.`)
writeSection('## Readings of monitors, one run (`npm run bench:signals`)', lines)
