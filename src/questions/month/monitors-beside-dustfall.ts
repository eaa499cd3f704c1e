import { addMonths, type IsoDay, type Month, parseDay } from '@/domain/calendar'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { grouped } from '@/domain/grouped'
import { besideDustfall, type ComparedPlace, type DustfallComparison } from '@/domain/monitoring/beside-dustfall'
import { monthBegin } from '@/domain/monitoring/by-month'
import { dayMeans } from '@/domain/monitoring/days'
import {
  countedHours,
  type DoubtedHours,
  type DoubtVerdicts,
  standingOfHours,
} from '@/domain/monitoring/doubts/verdict'
import { readingsOfGrid, rowOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { MonitoringSettings } from '@/domain/monitoring/settings'
import { isMadeUp, type MonitorHours } from '@/io/readings/monitor-hours'
import { doubtsOfAllMonitors } from '@/questions/monitors/monitor-doubts'
import { type MonitorPlace, monitorPlace } from '@/questions/monitors/monitors'
import type { OpenedPackage } from '@/questions/opened-package'

/** A county or point with its dustfall and its monitors. */
export interface BesidePlace extends ComparedPlace {
  /** Code of the county or point. */
  readonly code: string
  /** Code of the county it is in. */
  readonly county: string
  /** Devices included in the mean, and all devices of the place that reported in the month. */
  readonly counted: number
  readonly devices: number
}

export interface BesidePlaces extends Omit<DustfallComparison, 'rows'> {
  readonly rows: readonly BesidePlace[]
  /** Doubted hours of its devices: hours found wrong are in no mean, undecided ones are. */
  readonly doubted: DoubtedHours
}

/** A month with dustfall, hours of monitors, or both. */
export interface BesideMonth {
  readonly month: Month
  readonly hasDustfall: boolean
  readonly hasHours: boolean
}

export interface MonitorsBesideDustfall {
  /** Months up to that of the as-of date, latest first. */
  readonly months: readonly BesideMonth[]
  readonly month: Month
  /** Whether hours of the month were imported in this browser. */
  readonly hasKept: boolean
  readonly counties: BesidePlaces
  /** Empty if the points of the month are unknown, as when only county figures were published. */
  readonly points: BesidePlaces
}

export interface BesideDustfallRequest {
  readonly parameter: Parameter
  readonly asOf: IsoDay
  /** Null: the last month that has both, else the last. */
  readonly month: Month | null
}

interface DeviceMonth {
  readonly place: MonitorPlace
  /** Mean of the days that count; null if too few do. */
  readonly mean: number | null
  readonly doubted: DoubtedHours
}

/**
 * A month's dustfall beside monitors' means, for each county, and for each point with the monitors near it; null if
 * the package has no rule for it, or there is no month.
 */
export async function monitorsBesideDustfall(
  opened: OpenedPackage,
  hours: MonitorHours,
  { parameter, asOf, month: asked }: BesideDustfallRequest,
  verdicts: DoubtVerdicts,
): Promise<MonitorsBesideDustfall | null> {
  const settings = opened.pack.monitoring
  const rule = settings?.besideDustfall
  if (!settings || !rule) return null
  const withDustfall = new Set(opened.reports.map(({ month }) => month))
  const withHours = new Set(hours.files.map(({ month }) => month))
  const months = [...new Set([...withDustfall, ...withHours])]
    .filter((month) => month <= asOf.slice(0, 7))
    .sort()
    .reverse()
    .map((month) => ({ month, hasDustfall: withDustfall.has(month), hasHours: withHours.has(month) }))
  const chosen =
    months.find(({ month }) => month === asked) ??
    months.find(({ hasDustfall, hasHours }) => hasDustfall && hasHours) ??
    months[0]
  if (!chosen) return null
  const { month } = chosen
  const devices = await deviceMonths(opened, hours, month, parameter, asOf, settings, rule.leastDays, verdicts)
  const report = opened.reports.find((each) => each.month === month)
  const ranked = report?.rows ?? []
  const counties = ranked.map(({ county, figure }) => ({
    ...{ code: county, county, dustfall: figure.value },
    of: devices.filter(({ place }) => place.county === county),
  }))
  const positions = new Map(
    opened.pack.dustfallPoints.map(({ code, lon, lat }): [string, Position] => [code, [lon, lat]]),
  )
  const points = ranked.flatMap(({ county, figure }) =>
    figure.points.map((point) => {
      const at = positions.get(point.point)
      const near = at && !Number.isNaN(at[0]) ? devices.filter(isWithin(at, rule.withinMetres)) : []
      return {
        ...{ code: point.point, county, dustfall: point.counted ? Number(point.value) : null },
        of: near,
      }
    }),
  )
  const beside = (of: typeof counties): BesidePlaces => {
    const places = of.map(({ of: own, ...place }) => ({ ...place, ...meanOver(own) }))
    const all = besideDustfall(places, rule)
    const rows = places.map((place, at) => ({ ...place, ...all.rows[at]! }))
    // A device near two points counts once.
    const doubted = [...new Set(of.flatMap((each) => each.of))].reduce(
      (sum, each) => ({ wrong: sum.wrong + each.doubted.wrong, open: sum.open + each.doubted.open }),
      { wrong: 0, open: 0 },
    )
    return { ...all, rows, doubted }
  }
  const hasKept = hours.files.some((each) => each.isKept && !isMadeUp(each) && each.month === month)
  return { months, month, hasKept, counties: beside(counties), points: beside(points) }
}

const isWithin =
  (at: Position, metres: number) =>
  ({ place: { position } }: DeviceMonth) =>
    position !== null && distanceMetres(at, position) <= metres

/** Mean over the devices that have one, with the number of these and of all. */
function meanOver(devices: readonly DeviceMonth[]) {
  const means = devices.flatMap(({ mean }) => (mean === null ? [] : [mean]))
  const sum = means.reduce((total, each) => total + each, 0)
  return {
    monitors: means.length === 0 ? null : sum / means.length,
    counted: means.length,
    devices: devices.length,
  }
}

/** The month up to the as-of date, for each device that reported in it and has a known place. */
async function deviceMonths(
  opened: OpenedPackage,
  hours: MonitorHours,
  month: Month,
  parameter: Parameter,
  asOf: IsoDay,
  { day: { leastHours } }: Pick<MonitoringSettings, 'day'>,
  leastDays: number,
  verdicts: DoubtVerdicts,
): Promise<readonly DeviceMonth[]> {
  if (!hours.files.some((each) => each.month === month)) return []
  const [from, end] = [monthBegin(month), monthBegin(addMonths(month, 1))]
  const until = Math.min(end, dayBegin(parseDay(asOf) + 1))
  const parameters = [...new Set([parameter, ...hours.parameters])]
  const grid = await hours.read(from, until, parameters, { minutes: true })
  const found = await doubtsOfAllMonitors(opened, hours, readingsOfGrid(grid), { from, until })
  const doubts = grouped(found, ({ device }) => device)
  return grid.devices.flatMap((device): DeviceMonth[] => {
    const place = monitorPlace(opened, device)
    if (!place) return []
    const standing = standingOfHours(doubts.get(device) ?? [], verdicts, {
      ...{ device, parameters: [parameter], from, hours: grid.hours },
    })
    const { counted, doubted } = countedHours(rowOfGrid(grid, device, parameter), standing)
    const days = dayMeans(parameter, from, counted).filter((each) => each.hours >= leastHours)
    const mean = days.reduce((sum, each) => sum + each.mean, 0) / days.length
    return [{ place, mean: days.length < leastDays ? null : mean, doubted }]
  })
}
