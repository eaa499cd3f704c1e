import { type IsoDay, parseDay } from '@/domain/calendar'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin, MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import { numbersAt } from '@/domain/sources/monitor-ties'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { EvaluatedPackage } from './evaluated-package'
import { doubtsAbout } from './monitor-doubts'
import { DRAWN_DAYS } from './monitor-list'
import { monitorPlace } from './monitors'
import type { OpenedPackage } from './opened-package'
import { type SourceSummary, summarise } from './source-summary'

const HOUR = 60

/** Under what a monitor's readings may come. */
export type MonitorNumbers = readonly string[]

/** A monitor that a card names. */
export interface MonitorOfCard {
  readonly numbers: MonitorNumbers
  /** Its own row on a list of the package; null where it is on none and may only be there since readings have the code of the source. */
  readonly listed: SourceSummary | null
}

/** The monitors of a card: of a source those that stand at it, of a monitor itself. */
export interface MonitorsOfCard {
  readonly isMonitor: boolean
  /** The source at which a monitor stands; null where it is none, or nobody knows. */
  readonly at: SourceSummary | null
  readonly monitors: readonly MonitorOfCard[]
}

/** Which monitors stand at a source, or where a monitor stands. */
export function monitorsOfCard(evaluated: EvaluatedPackage, source: number): MonitorsOfCard {
  const { ties } = evaluated.opened
  const { kind, code } = summarise(evaluated, source)
  const own = ties.bySource.get(source)
  const monitors = numbersAt(ties, source, code).map((numbers): MonitorOfCard => {
    const listed = numbers[0] === undefined ? own : ties.byNumber.get(numbers[0])
    return { numbers, listed: listed ? summarise(evaluated, listed.source) : null }
  })
  return {
    isMonitor: own !== undefined,
    at: own?.at == null ? null : summarise(evaluated, own.at),
    // Of several kinds that have a code, readings that have it are of the first.
    monitors: monitors.filter(({ listed }) => listed || monitorPlace(evaluated.opened, code)?.kind === kind),
  }
}

/** What a monitor reported last of TSP: begin of the hour, and its mean in µg/m³, null where too little came. */
export interface LastReport {
  /** The number under which it came. */
  readonly device: string
  readonly hour: Minute
  readonly value: number | null
  /** What is doubted of it, by its own hours of the last days up to that one. */
  readonly doubts: readonly Doubt[]
}

/** What monitors reported last. */
export interface LastReports {
  /** Of each; null for one that reported nothing in the months before, as far as they could be read. */
  readonly reports: readonly (LastReport | null)[]
  /** Whether a file of readings could not be read: then who has no report may have one. */
  readonly isPartly: boolean
}

/** What monitors reported last up to the end of a day. */
export async function lastReports(
  opened: OpenedPackage,
  hours: MonitorHours,
  monitors: readonly MonitorNumbers[],
  asOf: IsoDay,
): Promise<LastReports> {
  const until = dayBegin(parseDay(asOf) + 1)
  const lastOf = async (device: string): Promise<LastReport | null> => {
    const last = await hours.lastOf(device, until, 'tsp')
    return last && { device, hour: last.at, value: Number.isNaN(last.value) ? null : last.value, doubts: [] }
  }
  const withDoubts = async (report: LastReport | null): Promise<LastReport | null> => {
    if (!report) return null
    // Before its first report it owed none.
    const first = (await hours.reported()).get(report.device)?.first ?? report.hour
    const until = report.hour + HOUR
    const time = { from: Math.max(first, until - DRAWN_DAYS * MINUTES_PER_DAY), until }
    const grid = await hours.read(time.from, time.until, hours.parameters, { devices: [report.device], minutes: true })
    const found = doubtsOfDevices(readingsOfGrid(grid), opened.pack.monitoring?.doubts ?? {}, time)
    return { ...report, doubts: doubtsAbout(found, ['tsp']) }
  }
  const reports = await Promise.all(
    monitors.map(async (numbers) => {
      const all = await Promise.all(numbers.map(lastOf))
      return withDoubts(
        all.reduce((latest, each) => (each && (!latest || each.hour > latest.hour) ? each : latest), null),
      )
    }),
  )
  return { reports, isPartly: hours.problems.length > 0 }
}
