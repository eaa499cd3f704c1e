import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDay } from '@/domain/calendar'
import { dayBegin } from '@/domain/monitoring/local-time'
import { readMonitoring } from '@/io/package/monitoring-file'
import { madeReadings } from '../../scripts/data/readings/made-readings'
import { fold } from '../../scripts/fold/fold'
import { madeDevices, writeRaw } from './raw-readings'
import { writeSection } from './section'

// npm run bench:fold [YEARS]: folds years of raw files of 420 monitors with 14.5 million readings per year; needs 0.9
// GB of disk per year.

const years = Number(process.argv[2] ?? 10)
const FIRST_YEAR = 2013
const devices = madeDevices(420)
const settings = readMonitoring('monitoring.json', JSON.parse(readFileSync('data/monitoring.json', 'utf8'))).value!
const folder = mkdtempSync(join(tmpdir(), 'chentu-fold-'))
const [raw, out] = [join(folder, 'raw'), join(folder, 'out')]
mkdirSync(raw)
const megabytes = (path: string) =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && !each.parentPath.includes('.fold'))
    .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0) / 1e6

/** Writes a year of raw files; returns the number of readings. */
async function writeYear(year: number): Promise<number> {
  const { readings } = madeReadings(devices, {
    seed: year,
    from: dayBegin(parseDay(`${year}-01-01`)),
    until: dayBegin(parseDay(`${year + 1}-01-01`)),
    step: 15,
  })
  await writeRaw(readings, raw)
  return readings.minute.length
}

try {
  let rows = 0
  for (let i = 0; i < years; i++) {
    rows += await writeYear(FIRST_YEAR + i)
    console.log(`${FIRST_YEAR + i} written`)
  }
  const start = performance.now()
  const folded = await fold(raw, out, settings, console.log)
  const seconds = (performance.now() - start) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  const read = folded.months.reduce((sum, { readings }) => sum + readings, 0)
  writeSection('## Years of readings folded (`npm run bench:fold`)', [
    `${years} years of 420 monitors at 15 minutes, made from a seed: ${rows.toLocaleString('en')} rows in ${folded.files} files, ${(megabytes(raw) / 1000).toFixed(1)} GB of CSV; ${cpus().length} processors, Node ${process.version}.`,
    '',
    '| | |',
    '| --- | --- |',
    `| \`npm run fold\`, readings, hours and days of ${folded.months.length} months | ${(seconds / 60).toFixed(1)} min, ${(rows / seconds / 1000).toFixed(0)},000 rows a second |`,
    `| readings kept of them | ${read.toLocaleString('en')} |`,
    `| Parquet | ${megabytes(out).toFixed(0)} MB |`,
    `| most memory of the process, with the making of the rows | ${peak.toFixed(0)} MB |`,
    '',
    `Load of the machine at the end: ${loadavg()[1]!.toFixed(0)} on ${cpus().length} processors.`,
  ])
} finally {
  rmSync(folder, { recursive: true })
}
