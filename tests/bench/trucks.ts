import { once } from 'node:events'
import { cpSync, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDay } from '@/domain/calendar'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { byDay } from '@/domain/trucks/by-day'
import { joinTracks, type TruckTable } from '@/domain/trucks/join-tracks'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { openTracks } from '@/io/tracks/read-tracks'
import { Tracks, type TrackTable } from '@/io/tracks/tracks'
import { writeBreaches, writePositions, writeStops, writeTrips } from '@/io/tracks/write-tracks'
import { truckDay } from '@/questions/trucks/truck-day'
import { truckList } from '@/questions/trucks/truck-list'
import { stopPoints } from '@/questions/trucks/truck-stops'
import { AS_OF } from '../../scripts/data/inspection'
import { madeTruck, type RawRow } from '../../scripts/data/trucks/made-truck'
import { rawPositions } from '../../scripts/data/trucks/raw-positions'
import { breachScores, type Score, unlistedScores } from '../../scripts/data/trucks/score'
import { foldTrucks } from '../../scripts/fold/trucks/fold-trucks'
import { pathOf } from '../../scripts/fold/trucks/paths'
import { workerPool } from '../../scripts/fold/trucks/pool'
import { defaultPackage, madeUpTracks } from '../fixtures/made-tracks'
import { writeSection } from './section'
import { ms } from './timed'
import { truckScreen } from './truck-screen'

// npm run bench:trucks [TRUCKS] [DAYS]: how much is found in made-up tracks, and how long folding many of them takes.
// By default fifty million positions, as many as 600 trucks send that report every ten to fifteen seconds while
// working.

const [trucks, days] = [Number(process.argv[2] ?? 1220), Number(process.argv[3] ?? 31)]
const lines: string[] = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}
const many = (of: number) => of.toLocaleString('en')
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

const opened = await defaultPackage()

say(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}.`)
say()
const week = madeUpTracks(opened)
const judged = judgeTracks(
  rawPositions(week.tracks.map(({ truck, track }) => ({ plate: truck.plate, rows: track.rows }))),
  week.settings,
  week.ground,
)
say(
  `Found in a week of ${week.tracks.length} made-up trucks (ban: only the planned runs are known, while hauls go along closed lines at closed hours by chance too, so that how many of what was found is right can’t be said; unwashed: trips shorter than a trip by the settings are none):`,
)
say()
say('| | made | found | precision | recall |')
say('| --- | --- | --- | --- | --- |')
const score = (name: string, { made, found, right, recalled }: Score, isAllKnown = true) =>
  say(`| ${name} | ${made} | ${found} | ${isAllKnown ? percent(right, found) : '–'} | ${percent(recalled, made)} |`)
const ofBreaches = breachScores(judged, week.tracks, week.settings)
for (const kind of BREACHES) score(kind, ofBreaches.get(kind)!, kind !== 'ban')
const unlisted = unlistedScores(judged, week.ground.places, week.settings.unlisted!, week.hidden, week.tracks)
for (const use of ['dump', 'site', 'other'] as const) score(`unlisted: ${use}`, unlisted[use])
say()

const READ_TRUCKS = 600
const large = madeUpTracks(opened, READ_TRUCKS, 1)
const oneDay = judgeTracks(
  rawPositions(large.tracks.map(({ truck, track }) => ({ plate: truck.plate, rows: track.rows }))),
  large.settings,
  large.ground,
)
const month = formatDay(AS_OF).slice(0, 7)
const fileOf = (table: TrackTable, bytes: ArrayBuffer) => ({
  ...({ month, table, isKept: false, dataClass: 'real', path: table } as const),
  open: () => openTracks({ byteLength: bytes.byteLength, slice: async (from, to) => bytes.slice(from, to) }),
})
/** A month of days that all equal the last one. */
const monthly = <T extends { readonly from: Uint32Array; readonly until: Uint32Array } & TruckTable>(table: T): T =>
  joinTracks(
    Array.from({ length: 31 }, (_, day) => {
      const back = (of: Uint32Array) => of.map((second) => second - (30 - day) * 86_400)
      return { ...table, from: back(table.from), until: back(table.until) }
    }),
  )
const tracksOfMonth = new Tracks([
  fileOf('positions', writePositions(byDay(oneDay.positions))),
  fileOf('trips', writeTrips(monthly(oneDay.trips))),
  fileOf('stops', writeStops(monthly(oneDay.stops))),
  fileOf('breaches', writeBreaches(monthly(oneDay.breaches))),
])
let started = performance.now()
const shown = await truckDay(opened, tracksOfMonth, formatDay(AS_OF))
say(
  `A day of ${READ_TRUCKS} trucks, ${many(shown.second.length)} positions, read into paths: ${(performance.now() - started).toFixed(0)} ms (Node, one thread).`,
)
started = performance.now()
const listed = await truckList(opened, tracksOfMonth, formatDay(AS_OF))
say(
  `Their month, ${many(31 * oneDay.trips.from.length)} trips and ${many(31 * oneDay.stops.from.length)} stops, read, placed, clustered into ${listed.unlisted.length} unlisted places and listed: ${(performance.now() - started).toFixed(0)} ms; its stops as points then: ${await timeOf(() => stopPoints(opened, tracksOfMonth, formatDay(AS_OF)))} ms.`,
)
say()

async function timeOf(work: () => Promise<unknown>): Promise<string> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin).toFixed(0)
}

const work = mkdtempSync(join(tmpdir(), 'trucks-'))
try {
  const out = join(work, 'out')
  cpSync('data', out, { recursive: true })
  const raw = join(work, 'raw')
  const { tracks, closedLine } = madeUpTracks(opened, trucks, 1)
  const numbers = Array.from({ length: days }, (_, i) => AS_OF - days + 1 + i)
  let begun = performance.now()
  let [rows, bytes] = [0, 0]
  cpSync('data/trucks.json', join(raw, 'note.json'))
  for (let first = 0; first < tracks.length; first += 20) {
    const stream = createWriteStream(join(raw, `${String(first).padStart(5, '0')}.csv`))
    stream.write('车牌号,时间,经度,纬度,速度,方向,载重状态,密闭状态,举升状态\n')
    for (const { truck } of tracks.slice(first, first + 20)) {
      const track = madeTruck(truck, numbers, closedLine)
      rows += track.rows.length
      if (!stream.write(track.rows.map((row) => csvLine(truck.plate, row)).join(''))) await once(stream, 'drain')
    }
    stream.end()
    await once(stream, 'finish')
    bytes += statSync(stream.path).size
  }
  say(
    `Raw: ${many(tracks.length)} trucks, ${days} days, ${many(rows)} rows of CSV, ${(bytes / 1e6).toFixed(0)} MB (made in ${seconds(begun)} s).`,
  )
  begun = performance.now()
  const pool = await workerPool(2)
  const folded = await foldTrucks(raw, out, opened, pool, console.log)
  await pool.end()
  const sums = folded.months.map(({ positions, stops, trips, breaches }) => [positions, stops, trips, breaches])
  const sum = (at: number) => many(sums.reduce((all, each) => all + each[at]!, 0))
  say(
    `Folded by two threads in ${seconds(begun)} s: ${sum(0)} positions, ${sum(1)} stops, ${sum(2)} trips, ${sum(3)} suspected breaches; files of ${folded.months
      .map(({ month }) => `${(statSync(join(out, pathOf('positions', month))).size / 1e6).toFixed(0)} MB (${month})`)
      .join(', ')}. The program held ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB at its end.`,
  )
  const app = join(work, 'app')
  cpSync('dist', app, { recursive: true })
  const screen = await truckScreen(app, out)
  say(
    `On the screen of the built app in Chromium at 1440×900, from the press: the list of the month ${ms(screen.list)}, a day of all trucks ${ms(screen.day)} (median of five), stops of the month ${ms(screen.stops)}; page and workers then hold ${screen.memory.toFixed(0)} MB. Load ${loadavg()[0]!.toFixed(1)}.`,
  )
  begun = performance.now()
  const again = await foldTrucks(raw, out, opened, { ...pool, run: async () => [] })
  say(`Again, with nothing new: ${seconds(begun)} s, ${again.months.filter(({ isNew }) => isNew).length} months anew.`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
writeSection('## Muck trucks (`npm run bench:trucks`)', lines)

function csvLine(plate: string, { second, lon, lat, kmh, direction, load, state }: RawRow): string {
  const at = new Date((second + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')
  const [carries, body, lift] = [
    ['空车', '半载', '重车'][load],
    state & 2 ? '密闭' : '未密闭',
    state & 8 ? '举升' : '未举升',
  ]
  return `${plate},${at},${lon.toFixed(6)},${lat.toFixed(6)},${kmh},${direction},${carries},${body},${lift}\n`
}
