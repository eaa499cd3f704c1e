import type { MeasuredWind } from '@/domain/cases/exceedance-reason'
import { grouped } from '@/domain/grouped'
import { monthsWithin } from '@/domain/monitoring/by-month'
import { type Doubt, doubtsWithin } from '@/domain/monitoring/doubts/doubt'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { type DoubtVerdicts, wrongHoursOf } from '@/domain/monitoring/doubts/verdict'
import { type ExceedanceRun, exceedanceRuns, outermostRuns } from '@/domain/monitoring/exceedance-runs'
import { type Exceedance, exceedances, judgedParameters, type LimitContext } from '@/domain/monitoring/exceedances'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import { roundHalfUp } from '@/domain/monitoring/rounding'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { OpenedPackage } from '@/questions/opened-package'
import { limitContext } from './monitor-limits'
import { doubtsBeside } from './monitor-neighbours'

const HOUR = 60

/** Consecutive hours of a device above a limit. This is not a verdict: a person judges. */
export interface FoundRun {
  readonly device: string
  readonly run: ExceedanceRun
  /** Doubts about its hours, also those from comparison with neighbours. */
  readonly doubts: readonly Doubt[]
  readonly wind: MeasuredWind | null
  /** Name of the device in its file, else its code. */
  readonly called: string
  readonly isIllustrative: boolean
  /** Share of the time since the device's first reading for which a mean of the parameter is known, 0…1. */
  readonly share: number
}

interface Narrowed {
  /** Only this device. */
  readonly only?: string
  /** Whether hours of the devices themselves that persons found wrong are left out too. */
  readonly leavesOut?: boolean
  /** Without doubts, for which some weeks of the neighbours are compared. */
  readonly withoutDoubts?: boolean
  /** Only some hours of the runs. */
  readonly isAsked?: (each: Exceedance) => boolean
}

/**
 * Exceedances of hourly limits in a time [from, until), by device; backgrounds are without the hours that persons found
 * wrong.
 */
export async function runsWithin(
  opened: OpenedPackage,
  hours: MonitorHours,
  time: { readonly from: Minute; readonly until: Minute },
  verdicts: DoubtVerdicts,
  { only, leavesOut, withoutDoubts, isAsked }: Narrowed = {},
): Promise<readonly FoundRun[]> {
  const settings = opened.pack.monitoring
  const limits = (settings?.limits ?? []).filter(({ averaging }) => averaging === HOUR)
  const judged = new Set([...judgedParameters(limits), 'wind-speed', 'wind-direction'])
  const wanted = hours.parameters.filter((each) => judged.has(each))
  if (!wanted.some((each) => limits.some(({ parameter }) => parameter === each))) return []
  const { from, until } = time
  const grids: HourGrid[] = []
  for (const month of monthsWithin(from, until)) grids.push(await hours.ofMonth(month, wanted))
  const devices = only === undefined ? [...new Set(grids.flatMap((each) => each.devices))].sort() : [only]
  const grid = cutGrid(grids, devices, from, until, wanted)
  const judgedWithout: LimitContext = {
    ...(await limitContext(opened, hours, time, limits, verdicts)),
    ...(leavesOut && {
      isLeftOut: (parameter, device, from) =>
        wrongHoursOf(verdicts, { device, parameter, from, until: from + HOUR }) > 0,
    }),
  }
  const above = exceedances(readingsOfGrid(grid), HOUR, judgedWithout)
  const reported = await hours.reported()
  const found = grouped(above, ({ device }) => device)
  const compared = withoutDoubts ? [] : (await doubtsBeside(opened, hours, [...found.keys()], time)).doubts
  const beside = grouped(compared, ({ device }) => device)
  return [...found].flatMap(([device, of]) => {
    const alone = withoutDoubts ? [] : doubtsOfDevices(readingsOfGrid(grid, device), settings?.doubts ?? {}, time)
    const doubts = [...alone, ...(beside.get(device) ?? [])]
    const abnormal = exceedanceRuns(of, 'over').filter(({ from, until, highest }) =>
      // Hours that the limit's allowance covers are not abnormal.
      of.some(
        (each) =>
          each.isOver && !each.isAllowed && each.limit === highest.limit && each.from >= from && each.until <= until,
      ),
    )
    // One case per parameter is enough, even if several limits are exceeded.
    const runs = outermostRuns(isAsked ? partsOf(abnormal, of.filter(isAsked)) : abnormal)
    return runs.map((run) => ({
      device,
      run,
      doubts: doubtsWithin(doubts, run, run.highest.limit.parameter),
      wind: windOf(grid, device, run.highest.from),
      called: reported.get(device)?.name ?? device,
      isIllustrative: hours.isMadeUp(monthsWithin(run.from, run.until)),
      share: shareOf(grid, device, run.highest.limit.parameter, reported.get(device)?.first ?? from),
    }))
  })
}

/** The runs of some hours that lie within longer runs. */
const partsOf = (runs: readonly ExceedanceRun[], hours: readonly Exceedance[]): readonly ExceedanceRun[] =>
  exceedanceRuns(
    hours.filter((each) =>
      runs.some((run) => run.highest.limit === each.limit && run.from <= each.from && each.until <= run.until),
    ),
    'over',
  )

/** The wind that a device measured in an hour, rounded as its hours are shown; null if it has none. */
export function windOf(
  { devices, from, hours, values }: Pick<HourGrid, 'devices' | 'from' | 'hours' | 'values'>,
  device: string,
  at: Minute,
): MeasuredWind | null {
  const cell = devices.indexOf(device) * hours + Math.floor((at - from) / HOUR)
  const [direction, speed] = [values['wind-direction']?.[cell], values['wind-speed']?.[cell]]
  if (direction === undefined || speed === undefined || Number.isNaN(direction) || Number.isNaN(speed)) return null
  return { fromDegrees: roundHalfUp(direction, 0) % 360, metresPerSecond: roundHalfUp(speed, 1), hour: at }
}

/** `since`: the device's first hour; hours before it are not missing. */
function shareOf(
  { devices, from, hours, values }: HourGrid,
  device: string,
  parameter: Parameter,
  since: Minute,
): number {
  const row = devices.indexOf(device) * hours
  const begin = Math.max(0, Math.floor((since - from) / HOUR))
  const own = values[parameter]?.subarray(row + begin, row + hours) ?? new Float32Array()
  return own.reduce((known, value) => (Number.isNaN(value) ? known : known + 1), 0) / Math.max(1, hours - begin)
}
