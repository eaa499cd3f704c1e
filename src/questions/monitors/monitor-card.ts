import { type IsoDay, parseDay } from '@/domain/calendar'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { readingsOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import { numbersAt } from '@/domain/sources/monitor-ties'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { OpenedPackage } from '@/questions/opened-package'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import { doubtsAbout, doubtsOfMonitor } from './monitor-doubts'
import { daysUpTo } from './monitor-hour'
import { DRAWN_DAYS } from './monitor-list'
import { monitorPlace } from './monitors'

const HOUR = 60

/** The numbers under which a monitor's readings may arrive. */
export type MonitorNumbers = readonly string[]

/** A monitor on a card. */
export interface CardMonitor {
  readonly numbers: MonitorNumbers
  /** Its row in a list of monitors; null if it is on none, and only readings with the source's code suggest it. */
  readonly listed: SourceSummary | null
}

/** The monitors on a card: those at a source, or the monitor itself. */
export interface CardMonitors {
  readonly isMonitor: boolean
  /** The source where a monitor stands; null if the card is not a monitor's, or its site is unknown. */
  readonly at: SourceSummary | null
  readonly monitors: readonly CardMonitor[]
}

/** The monitors at a source, or the site of a monitor. */
export function monitorsOfCard(evaluated: EvaluatedPackage, source: number): CardMonitors {
  const { ties } = evaluated.opened
  const { kind, code } = summarise(evaluated, source)
  const own = ties.bySource.get(source)
  const monitors = numbersAt(ties, source, code).map((numbers): CardMonitor => {
    const listed = numbers[0] === undefined ? own : ties.byNumber.get(numbers[0])
    return { numbers, listed: listed ? summarise(evaluated, listed.source) : null }
  })
  return {
    isMonitor: own !== undefined,
    at: own?.at == null ? null : summarise(evaluated, own.at),
    // If several kinds have the code, its readings belong to the first.
    monitors: monitors.filter(({ listed }) => listed || monitorPlace(evaluated.opened, code)?.kind === kind),
  }
}

/** Last report of TSP: start of the hour, and its mean in µg/m³, null if too little data arrived. */
export interface LastReport {
  /** The number under which it arrived. */
  readonly device: string
  readonly hour: Minute
  readonly value: number | null
  /** Doubts about the value, from the last days up to that hour, and from comparison with neighbours. */
  readonly doubts: readonly Doubt[]
}

/** Last reports of some monitors. */
export interface LastReports {
  /** One per monitor; null if it reported nothing in the months before, as far as they could be read. */
  readonly reports: readonly (LastReport | null)[]
  /** For one without a report: the number of one that only reports after the day, and the start of its first hour. */
  readonly beginLater: readonly ({ readonly device: string; readonly hour: Minute } | null)[]
  /** Whether a file of readings could not be read: a monitor without a report may have one after all. */
  readonly isPartly: boolean
}

/** Last reports of monitors up to the end of a day. */
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
    // Hours before its first report are not missing.
    const first = (await hours.reported()).get(report.device)?.first ?? report.hour
    const until = report.hour + HOUR
    const time = { from: Math.max(first, daysUpTo(until, DRAWN_DAYS)), until }
    const grid = await hours.read(time.from, time.until, hours.parameters, { devices: [report.device], minutes: true })
    const own = readingsOfGrid(grid, report.device)
    const { doubts } = await doubtsOfMonitor(opened, hours, report.device, own, { ...time, since: time.from })
    return { ...report, doubts: doubtsAbout(doubts, ['tsp']) }
  }
  const reports = await Promise.all(
    monitors.map(async (numbers) => {
      const all = await Promise.all(numbers.map(lastOf))
      return withDoubts(
        all.reduce((latest, each) => (each && (!latest || each.hour > latest.hour) ? each : latest), null),
      )
    }),
  )
  const reported = await hours.reported()
  const beginLater = monitors.map((numbers, at) => {
    const firsts = numbers.flatMap((device) => {
      const hour = reported.get(device)?.first
      return hour === undefined || hour < until ? [] : [{ device, hour }]
    })
    return reports[at] ? null : (firsts.sort((a, b) => a.hour - b.hour)[0] ?? null)
  })
  return { reports, beginLater, isPartly: hours.problems.length > 0 }
}
