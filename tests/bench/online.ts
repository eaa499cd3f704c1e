import { cpus, loadavg } from 'node:os'
import { formatDay, parseDay } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import { withMeasured } from '@/domain/rules/measured'
import type { KindResource } from '@/domain/sources/inventory'
import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { NO_TIES } from '@/domain/sources/monitor-ties'
import { absentText, textColumn } from '@/domain/table/build-column'
import { readCsvTable } from '@/io/package/csv-table'
import { readOnlineDays } from '@/io/package/online-table'
import { packageKinds } from '@/io/package/package-kinds'
import { onlineCsv } from '../../scripts/fold/online-table'
import { writeSection } from './section'
import { ms } from './timed'

// npm run bench:online: what a year of online hours per day of 420 monitors adds to opening a package, without a
// browser.

const [DEVICES, DAYS, SITES, ROUNDS] = [420, 365, 20_000, 9]
const FIRST = parseDay('2022-01-01')
const codeOf = (place: number) => `GD2022-${String(place).padStart(5, '0')}`
const csv = onlineCsv(
  Array.from({ length: DEVICES * DAYS }, (_, i) => ({
    device: codeOf(Math.floor(i / DAYS)),
    day: FIRST + (i % DAYS),
    valid: (i * 7) % 11 === 0 ? 17 : 24,
    ...{ firstHour: 0, lastHour: 23, isCalibrated: i % 90 === 0 },
  })),
)
const blob = new Blob([csv])
const descriptor = { path: 'readings/online.csv', chentu: { role: 'readings-online', class: 'real' } } as const
const problems: Problem[] = []
async function opened() {
  const { value } = await readCsvTable(descriptor.path, blob, ONLINE_FIELDS, { guarded: true } as never)
  return readOnlineDays([{ descriptor, table: value! }], problems)
}

const schema = packageKinds([], []).kinds.find(({ fields }) => fields.some(({ measured }) => measured === 'online'))!
const columns = Object.fromEntries(
  schema.fields.map(({ name, type }) => [
    name,
    type === 'flag'
      ? { type, values: new Uint8Array(SITES).fill(1) }
      : type === 'day'
        ? { type, values: new Int32Array(SITES).fill(FIRST) }
        : type === 'number'
          ? { type, values: new Float64Array(SITES) }
          : absentText(SITES),
  ]),
)
const sites = {
  ...{ kind: schema.id, schema, first: 0, file: '', dataClass: 'real' as const },
  table: {
    length: SITES,
    columns: { ...columns, code: textColumn(Array.from({ length: SITES }, (_, i) => codeOf(i))) },
  },
} satisfies KindResource & { first: number }

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
/** Milliseconds of processor time, which other programs affect less than wall time. */
const processorSince = (begun: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
const [reading, judging]: [number[], number[]] = [[], []]
const asOf = FIRST + DAYS - 1
let judged = 0
for (let round = 0; round < ROUNDS; round++) {
  let begun = process.cpuUsage()
  const online = await opened()
  reading.push(processorSince(begun))
  begun = process.cpuUsage()
  judged =
    withMeasured(sites, { online, ties: NO_TIES, rule: { days: 7, leastShare: 0.9 }, isConfirmed: false }, asOf)
      .measured?.size ?? 0
  judging.push(processorSince(begun))
}
if (judged !== DEVICES || problems.length > 0) throw new Error(`${judged} devices judged, ${problems.length} problems`)

const lines = [
  `${DEVICES} devices on ${DAYS} days up to ${formatDay(asOf)}, ${(csv.length / 1024).toFixed(0)} KB of CSV, without a browser; medians of ${ROUNDS}, the first among them.`,
  '',
  '| step | of the processor |',
  '| --- | --- |',
  `| the table read and its days known, once for a package | ${ms(median(reading))} |`,
  `| whether each is online, among ${SITES} sites, for each day that is evaluated | ${ms(median(judging))} |`,
  '',
  `Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`,
]
if (process.argv.includes('--write'))
  writeSection('## Monitors that are judged by readings (`npm run bench:online`)', lines)
else console.log(lines.join('\n'))
