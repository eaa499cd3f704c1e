import { type IsoDay, parseDay } from '@/domain/calendar'
import type { Level } from '@/domain/monitoring/background'
import { monthsWithin } from '@/domain/monitoring/by-month'
import type { Doubt, UntestedKind } from '@/domain/monitoring/doubts/doubt'
import { countedHours, type DoubtVerdicts, standingOfHours } from '@/domain/monitoring/doubts/verdict'
import { type Exceedance, exceedances, explainedByBackground } from '@/domain/monitoring/exceedances'
import { type FlaggedHours, flaggedHours, type Gap, gapsOf, type KnownHours } from '@/domain/monitoring/gaps'
import { knownHoursOf, readingsOfGrid, rowOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { BackgroundOfDevices } from '@/domain/monitoring/settings'
import type { MonitorHours, ReportedHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { doubtsAbout, doubtsOfMonitor } from './monitor-doubts'
import { daysUpTo, lastCommonHour } from './monitor-hour'
import { hourLevels } from './monitor-levels'
import { type ApplicableLimit, applicableLimits, limitContext } from './monitor-limits'
import { monitorPlace } from './monitors'

const HOUR = 60
/** A median over fewer devices says little about a county. */
const MEDIAN: BackgroundOfDevices = { quantile: 0.5, leastDevices: 3 }

/** The hours of one device, oldest first. All values are in the unit of the parameter. */
export interface OwnHours {
  /** Start of the first hour. */
  readonly from: Minute
  /** NaN if there is no mean. */
  readonly values: Float32Array
  readonly limits: readonly ApplicableLimit[]
}

/** With whether any of them may be made up. */
export interface ClassedHours extends OwnHours {
  readonly isIllustrative: boolean
}

/** Levels of other devices in the same hours. */
export interface NeighbourLevels {
  /** NaN if fewer than three other devices have the hour. */
  readonly values: Float32Array
  /** How many have it. */
  readonly devices: Uint16Array
}

/** The hours of one device, with all they are compared with. */
export interface MonitorSeries extends OwnHours {
  /** Medians of the other devices of its county and of the city. */
  readonly county: NeighbourLevels
  readonly city: NeighbourLevels
  readonly exceedances: readonly Exceedance[]
  /** Hours whose measured value is above a limit, but not after subtracting the background. */
  readonly explained: readonly Exceedance[]
  /** Doubts about the parameter, and about the device as a whole. */
  readonly doubts: readonly Doubt[]
  /** Hours without a mean, and why. */
  readonly gaps: readonly Gap[]
  /** Hours with readings that their flags exclude. */
  readonly flagged: readonly FlaggedHours[]
  /** Rules of the package that can't be applied to these hours. */
  readonly untried: readonly UntestedKind[]
}

export interface MonitorSeriesRequest {
  readonly device: string
  readonly parameter: Parameter
  /** The last day; if the device has no report in these days, they end on the day of its last report before. */
  readonly asOf: IsoDay
  readonly days: number
}

/**
 * One device's hours of some days up to a day; for today, and for a day that no file reaches, as far as they go.
 * Reads only the device itself: for a year, a twentieth of the first cost of {@link monitorSeries}.
 */
export async function ownHours(
  opened: OpenedPackage,
  hours: MonitorHours,
  asked: MonitorSeriesRequest,
  now: Minute,
): Promise<ClassedHours> {
  const { device, parameter } = asked
  const { from, until } = spanOf(await hours.reported(), asked, now)
  const grid = await hours.read(from, until, [parameter], { devices: [device] })
  return {
    ...{ from, values: rowOfGrid(grid, device, parameter) },
    limits: applicableLimits(opened, device, parameter, HOUR),
    isIllustrative: hours.isMadeUp(monthsWithin(from, until)),
  }
}

/**
 * The same hours beside those of other devices, without the ones that persons found wrong, and what the rules find in
 * them.
 */
export async function monitorSeries(
  opened: OpenedPackage,
  hours: MonitorHours,
  asked: MonitorSeriesRequest,
  verdicts: DoubtVerdicts,
  now: Minute,
): Promise<MonitorSeries> {
  const { device, parameter } = asked
  const reported = await hours.reported()
  const time = spanOf(reported, asked, now)
  const { from, until } = time
  const settings = opened.pack.monitoring
  const limits = applicableLimits(opened, device, parameter, HOUR)
  const rules = settings?.doubts ?? {}
  const grid = await hours.read(from, until, hours.parameters, { devices: [device], minutes: true })
  const known = knownHoursOf(grid, device, parameter)
  const own = readingsOfGrid(grid, device)
  const { doubts, untried } = await doubtsOfMonitor(opened, hours, device, own, time)
  const medians = await hourLevels(opened, hours, time, parameter, MEDIAN, verdicts)
  const judged = await limitContext(
    opened,
    hours,
    time,
    limits.map(({ limit }) => limit),
    verdicts,
  )
  // The medians lack an own hour that was found wrong, so that there is none to leave out of them.
  const standing = standingOfHours([], verdicts, { device, parameters: [parameter], from, hours: known.values.length })
  const counted = { from, values: countedHours(known.values, standing).counted }
  const place = monitorPlace(opened, device)
  const county = place?.county || null
  return {
    from,
    values: known.values,
    county: course(counted, (at, own) => (county === null ? null : medians.county(county, at, own))),
    city: course(counted, medians.city),
    limits,
    exceedances: exceedances(own, HOUR, judged),
    explained: explainedByBackground(own, HOUR, judged),
    doubts: doubtsAbout(doubts, [parameter]),
    gaps: gapsOf(known, reported.get(device)?.first ?? until),
    flagged: flaggedHours(known),
    // Means contain only unflagged readings; if the file has no flags, flagged hours can't be known.
    untried: [...(rules.flagged && !hours.hasFlags(from, until) ? ['flagged' as const] : []), ...untried],
  }
}

/**
 * The requested hours [from, until): calendar days up to the last day with data of the city or of the device, as in the
 * list of exceedances; of a device that has been silent for longer, up to its own last day. From `since` on the device
 * has reported.
 */
export function spanOf(
  reported: ReadonlyMap<string, ReportedHours>,
  { device, asOf, days }: Omit<MonitorSeriesRequest, 'parameter'>,
  now: Minute,
): { readonly from: Minute; readonly until: Minute; readonly since: Minute } {
  const end = dayBegin(parseDay(asOf) + 1)
  const { first, last } = reported.get(device) ?? { first: end, last: Number.NEGATIVE_INFINITY }
  const common = lastCommonHour(reported.values(), end, now) ?? end - HOUR
  const own = Math.min(last, end - HOUR)
  const isLongAgo = first < end && own < daysUpTo(common + HOUR, days)
  const until = isLongAgo ? daysUpTo(own + HOUR, 0) : Math.max(own, common) + HOUR
  const from = daysUpTo(until, days)
  return { from, until, since: Math.max(from, Math.min(first, until)) }
}

/** Levels of the other devices for each hour of a device. */
function course(
  { from, values }: Pick<KnownHours, 'from' | 'values'>,
  at: (minute: Minute, own: number) => Level | null,
): NeighbourLevels {
  const levels = Array.from(values, (own, hour) => at(from + hour * HOUR, own))
  return {
    values: Float32Array.from(levels, (each) => each?.value ?? Number.NaN),
    devices: Uint16Array.from(levels, (each) => each?.devices ?? 0),
  }
}
