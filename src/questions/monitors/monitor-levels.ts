import { addMonths, type Month } from '@/domain/calendar'
import {
  type Background,
  type GroupLevels,
  groupLevels,
  type Level,
  levelOfOthers,
} from '@/domain/monitoring/background'
import { monthBegin, monthsWithin } from '@/domain/monitoring/by-month'
import {
  countedHours,
  type DoubtVerdicts,
  standingOfHours,
  verdictsOnWrongHours,
} from '@/domain/monitoring/doubts/verdict'
import type { HourGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { BackgroundOfDevices } from '@/domain/monitoring/settings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import { LastAnswers, memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { monitorPlace } from './monitors'

const HOUR = 60
const UNKNOWN: Level = { value: Number.NaN, devices: 0 }

/**
 * What other devices measured in the same hour, as a quantile over those of a county and over all; NaN if too few
 * have the hour.
 */
export interface HourLevels {
  readonly county: Background
  /** `own` as in {@link Background}. */
  readonly city: (minute: Minute, own: number) => Level
}

/** The levels of one month. */
interface MonthLevels {
  readonly counties: ReadonlyMap<string, GroupLevels>
  readonly city: GroupLevels | undefined
}

/** Months already read, under the last verdicts; kept while the package and its hours stay the same. */
const monthsOf = memoOf((_: OpenedPackage) => memoOf((_: MonitorHours) => new LastAnswers<MonthLevels>()))

/** Levels of a parameter over [from, until), `without` hours that persons found wrong. Those of each month are cached. */
export async function hourLevels(
  opened: OpenedPackage,
  hours: MonitorHours,
  { from, until }: { readonly from: Minute; readonly until: Minute },
  parameter: Parameter,
  rule: BackgroundOfDevices,
  without: DoubtVerdicts,
): Promise<HourLevels> {
  const known = monthsOf(opened)(hours)
  const months = monthsWithin(from, until)
  const levels = new Map<Month, MonthLevels>()
  // One after the other, so that only one month's hours are in memory at a time.
  for (const month of months) {
    const time = { from: monthBegin(month), until: monthBegin(addMonths(month, 1)) }
    const wrong = verdictsOnWrongHours(without, [parameter], time)
    // Proposals ask for both, so the levels of all hours are kept beside those without wrong ones.
    const name = [month, parameter, rule.quantile, wrong.size > 0].join(' ')
    const read = () => monthLevels(opened, hours, month, parameter, rule, wrong)
    levels.set(month, await known.get(name, JSON.stringify([...wrong]), read))
    if (!hours.isWhole(month)) known.forget(name)
  }
  const begins = months.map((month) => [month, monthBegin(month)] as const).reverse()
  const at = (minute: Minute, own: number, of: (levels: MonthLevels) => GroupLevels | undefined): Level => {
    const [month, begin] = begins.find(([, each]) => each <= minute) ?? []
    const group = month === undefined ? undefined : of(levels.get(month)!)
    return group ? levelOfOthers(group, Math.floor((minute - begin!) / HOUR), own, rule) : UNKNOWN
  }
  return {
    county: (county, minute, own) => at(minute, own, ({ counties }) => counties.get(county)),
    city: (minute, own) => at(minute, own, ({ city }) => city),
  }
}

async function monthLevels(
  opened: OpenedPackage,
  hours: MonitorHours,
  month: Month,
  parameter: Parameter,
  rule: BackgroundOfDevices,
  without: DoubtVerdicts,
): Promise<MonthLevels> {
  const grid = withoutWrongHours(await hours.ofMonth(month, [parameter]), parameter, without)
  const countyOf = (device: string) => monitorPlace(opened, device)?.county || null
  return {
    counties: groupLevels(grid, parameter, countyOf, rule),
    city: groupLevels(grid, parameter, () => '', rule).get(''),
  }
}

/** A grid in which the hours of a parameter that persons found wrong have no value. */
function withoutWrongHours(grid: HourGrid, parameter: Parameter, verdicts: DoubtVerdicts): HourGrid {
  const { devices, from, hours, values } = grid
  const measured = values[parameter]
  if (!measured || !devices.some((device) => verdicts.has(device))) return grid
  const counted = measured.slice()
  for (const [place, device] of devices.entries()) {
    if (!verdicts.has(device)) continue
    const row = place * hours
    const standing = standingOfHours([], verdicts, { device, parameters: [parameter], from, hours })
    counted.set(countedHours(measured.subarray(row, row + hours), standing).counted, row)
  }
  return { ...grid, values: { ...values, [parameter]: counted } }
}
