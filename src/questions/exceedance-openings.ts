import { parseDay } from '@/domain/calendar'
import type { MeasuredWind } from '@/domain/cases/exceedance-reason'
import { runOpeningKey } from '@/domain/cases/opening-key'
import { grouped } from '@/domain/grouped'
import { monthBegin, monthOf, monthsWithin } from '@/domain/monitoring/by-month'
import { doubtsOfDevices } from '@/domain/monitoring/doubts/find-doubts'
import { type ExceedanceRun, exceedanceRuns } from '@/domain/monitoring/exceedance-runs'
import { exceedances } from '@/domain/monitoring/exceedances'
import { cutGrid, type HourGrid, readingsOfGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin, MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { CaseOpening } from './case-openings'
import type { EvaluatedPackage } from './evaluated-package'
import { findSource } from './find-source'
import { memoOf } from './memo'
import { judgedBy } from './monitor-limits'
import { isMadeUp, monitorPlace } from './monitors'

const HOUR = 60
/** A run is followed as far back and on as this from where it is looked for. */
const LONGEST = 31 * MINUTES_PER_DAY
/**
 * From when on hours are looked at: from the begin of a month, so that a run that is longer than all others begins at the same hour
 * whichever day it is asked for.
 */
const lookedAtFrom = (from: Minute): Minute => monthBegin(monthOf(from - LONGEST))

/** Which run of hours above a limit is asked for. */
export interface AskedRun {
  readonly device: string
  readonly parameter: Parameter
  /** At which any hour of it begins. */
  readonly hour: Minute
}

/** What was found of a step and its hours, by the sort of case and its days: the panel asks again whenever a case is opened. */
const openingsOf = memoOf((_: EvaluatedPackage) =>
  memoOf((_: MonitorHours) => new Map<string, Promise<readonly CaseOpening[]>>()),
)

/** On what hours above a limit of the last `withinDays` days up to the as-of day a case may be opened, the latest first. */
export async function exceedanceOpenings(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  sort: string,
  withinDays: number,
): Promise<readonly CaseOpening[]> {
  const known = openingsOf(evaluated)(hours)
  const key = `${sort} ${withinDays}`
  const finding = known.get(key) ?? findOpenings(evaluated, hours, sort, withinDays)
  known.set(key, finding)
  // What could not be read now may be later.
  const forget = () => known.delete(key)
  finding.catch(forget)
  const found = await finding
  if (hours.problems.length > 0) forget()
  return found
}

async function findOpenings(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  sort: string,
  withinDays: number,
): Promise<readonly CaseOpening[]> {
  const until = dayBegin(parseDay(evaluated.evaluation.asOf) + 1)
  const from = until - withinDays * MINUTES_PER_DAY
  const found = await runsWithin(evaluated, hours, { from: lookedAtFrom(from), until })
  return found
    .filter(({ run }) => run.until > from)
    .sort((a, b) => b.run.from - a.run.from || (a.device < b.device ? -1 : 1))
    .map((each) => openingOf(evaluated, sort, each))
}

/** The same of the run of a device that has an hour; null where none has it. */
export async function exceedanceOpening(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  sort: string,
  { device, parameter, hour }: AskedRun,
): Promise<CaseOpening | null> {
  const found = await runsWithin(evaluated, hours, { from: lookedAtFrom(hour), until: hour + LONGEST }, device)
  const run = found.find(
    (each) => each.run.from <= hour && hour < each.run.until && each.run.highest.limit.parameter === parameter,
  )
  return run ? openingOf(evaluated, sort, run) : null
}

interface FoundRun {
  readonly device: string
  readonly run: ExceedanceRun
  readonly isDoubted: boolean
  readonly wind: MeasuredWind | null
  /** What its file calls it, else its code. */
  readonly called: string
  readonly isIllustrative: boolean
}

async function runsWithin(
  { opened }: EvaluatedPackage,
  hours: MonitorHours,
  time: { readonly from: Minute; readonly until: Minute },
  only?: string,
): Promise<readonly FoundRun[]> {
  const settings = opened.pack.monitoring
  const limits = (settings?.limits ?? []).filter(({ averaging }) => averaging === HOUR)
  const judged = new Set(limits.map(({ parameter }) => parameter))
  const wanted = hours.parameters.filter(
    (each) => judged.has(each) || each === 'wind-speed' || each === 'wind-direction',
  )
  if (!wanted.some((each) => judged.has(each))) return []
  const { from, until } = time
  const grids: HourGrid[] = []
  for (const month of monthsWithin(from, until)) grids.push(await hours.ofMonth(month, wanted))
  const devices = only === undefined ? [...new Set(grids.flatMap((each) => each.devices))].sort() : [only]
  const grid = cutGrid(grids, devices, from, until, wanted)
  const above = exceedances(readingsOfGrid(grid), HOUR, await judgedBy(opened, hours, time, limits))
  const reported = await hours.reported()
  return [...grouped(above, ({ device }) => device)].flatMap(([device, of]) => {
    const own = readingsOfGrid(grid, device)
    const doubts = doubtsOfDevices(own, settings?.doubts ?? {}, time)
    const runs = exceedanceRuns(of, 'over').filter(
      (run, at, all) =>
        // Hours that the limit allows are nothing abnormal.
        of.some((each) => each.isOver && !each.isAllowed && each.from >= run.from && each.until <= run.until) &&
        // Of several limits of a parameter one case is enough.
        all.findIndex(
          ({ from, highest }) => from === run.from && highest.limit.parameter === run.highest.limit.parameter,
        ) === at,
    )
    return runs.map((run) => ({
      device,
      run,
      isDoubted: doubts.some(
        (doubt) =>
          doubt.from < run.until &&
          doubt.until > run.from &&
          (doubt.parameter === null || doubt.parameter === run.highest.limit.parameter),
      ),
      wind: windOf(grid, device, run.highest.from),
      called: reported.get(device)?.name ?? device,
      isIllustrative: isMadeUp(opened, reported.get(device)),
    }))
  })
}

function windOf({ devices, from, hours, values }: HourGrid, device: string, at: Minute): MeasuredWind | null {
  const cell = devices.indexOf(device) * hours + Math.floor((at - from) / HOUR)
  const [direction, speed] = [values['wind-direction']?.[cell], values['wind-speed']?.[cell]]
  if (direction === undefined || speed === undefined || Number.isNaN(direction) || Number.isNaN(speed)) return null
  return { fromDegrees: Math.round(direction) % 360, metresPerSecond: Math.round(speed * 10) / 10 }
}

function openingOf(
  evaluated: EvaluatedPackage,
  sort: string,
  { device, run, isDoubted, wind, called, isIllustrative }: FoundRun,
): CaseOpening {
  const { opened } = evaluated
  const place = monitorPlace(opened, device)
  const source = place && findSource(evaluated, place.kind, place.code)
  const { from, until, count, highest } = run
  const { limit, value, compared, allowedUpTo } = highest
  return {
    key: runOpeningKey(device, limit.parameter, from),
    sort,
    name: place?.name || called,
    reason: {
      of: 'exceedance',
      parameter: limit.parameter,
      from,
      until,
      count,
      value,
      compared,
      allowedUpTo,
      limit,
      isDoubted,
      wind,
    },
    source,
    // Who goes there goes to the source.
    position: source?.position ?? place?.position ?? null,
    county: place?.county ?? '',
    isIllustrative,
  }
}
