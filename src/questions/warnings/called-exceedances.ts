import { type IsoDay, parseDay } from '@/domain/calendar'
import { monthsWithin } from '@/domain/monitoring/by-month'
import { type DoubtVerdicts, undismissedDoubts } from '@/domain/monitoring/doubts/verdict'
import { dayBegin } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { Limit } from '@/domain/monitoring/settings'
import type { CallResult, CallStanding } from '@/domain/warnings/standing'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { type FoundRun, runsWithin } from '@/questions/monitors/exceedances-within'
import { monitorPlace } from '@/questions/monitors/monitors'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import type { CalledParty } from './duty'
import { calledRows } from './warning-duties'
import { standingFinder } from './warning-overview'

/**
 * Hours above a limit at the monitor of a source that must respond, during the warning: a hint to investigate, not a
 * verdict.
 */
export interface CalledExceedance {
  readonly called: SourceSummary
  /** The answer to the call. */
  readonly standing: CallStanding
  readonly device: string
  readonly parameter: Parameter
  /** Number of hours above the limit, start of the first and end of the last. */
  readonly hours: number
  readonly from: Minute
  readonly until: Minute
  /**
   * The highest mean, the highest value compared with the limit, and the highest value allowed, all in the parameter's unit;
   * and the limit.
   */
  readonly value: number
  readonly compared: number
  readonly allowedUpTo: number
  readonly limit: Limit
  /** Whether any of these hours has a doubt that no person dismissed. */
  readonly isDoubted: boolean
  readonly isIllustrative: boolean
}

export interface CalledExceedances {
  /** Of sources that were told: one entry per device and parameter, most hours first. */
  readonly found: readonly CalledExceedance[]
  /** The same of sources that nobody told, although they must respond. */
  readonly untold: readonly CalledExceedance[]
  /** Whether some files could not be read, so that more may be missing. */
  readonly isPartly: boolean
}

const NONE: CalledExceedances = { found: [], untold: [], isPartly: false }

/** Input of {@link calledExceedances}. */
export interface CalledExceedancesRequest {
  /** Code of the warning. */
  readonly code: string
  /** All called parties with a known standing; the others were not told. */
  readonly known: readonly CallResult[]
  /** The last day to look at. */
  readonly day: IsoDay
}

/** Whether the called party was told: not if no call is known, or if it was not reached. */
const wasTold = (standing: CallStanding) => standing !== 'none' && standing !== 'unreached'

/**
 * Hours above a limit at the monitors of sources that have to respond to a warning, told of it or not, from its issue to
 * its end or the end of `day`. Monitors at a firm's production lines count as the firm's.
 */
export async function calledExceedances(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  { code, known, day }: CalledExceedancesRequest,
  verdicts: DoubtVerdicts,
): Promise<CalledExceedances> {
  const { opened } = evaluated
  const warning = opened.pack.warnings.find((each) => each.code === code)
  const asked = warning ? askedRows(evaluated, code, known) : new Map<number, Asked>()
  if (!warning || asked.size === 0) return NONE
  const end = dayBegin(parseDay(day) + 1)
  const time = { from: nextWholeHour(warning.from), until: lastWholeHour(Math.min(end, warning.until ?? end)) }
  if (time.until <= time.from) return NONE
  const found = new Map<string, CalledExceedance>()
  // Hours that a person found wrong are left out.
  for (const each of await runsWithin(opened, hours, time, verdicts, { leavesOut: true })) {
    const run = { ...each, doubts: undismissedDoubts(verdicts, each.doubts, each.run) }
    const place = monitorPlace(opened, run.device)
    const of = place && asked.get(place.source)
    if (!of) continue
    const key = `${run.device} ${run.run.highest.limit.parameter}`
    const before = found.get(key)
    found.set(key, before ? added(before, run) : exceedanceOf(evaluated, of, run))
  }
  const all = [...found.values()].sort((one, other) => other.hours - one.hours || (one.device < other.device ? -1 : 1))
  return {
    found: all.filter(({ standing }) => wasTold(standing)),
    untold: all.filter(({ standing }) => !wasTold(standing)),
    isPartly: hours.unopened.length > 0 || monthsWithin(time.from, time.until).some((month) => !hours.isWhole(month)),
  }
}

const HOUR = 60
/** Hours that began before the warning was issued do not count, nor does the hour in which it was lifted. */
const lastWholeHour = (minute: Minute): Minute => Math.floor(minute / HOUR) * HOUR
const nextWholeHour = (minute: Minute): Minute => Math.ceil(minute / HOUR) * HOUR

interface Asked {
  readonly row: CalledParty
  readonly standing: CallStanding
}

/** Sources that have to respond, by the index in the inventory of each and of its parts. */
function askedRows(evaluated: EvaluatedPackage, code: string, known: readonly CallResult[]): Map<number, Asked> {
  const standingOf = standingFinder(evaluated.opened, known)
  const asked = new Map<number, Asked>()
  for (const row of calledRows(evaluated, code)) {
    // A monitor over a limit where the list says that the work is over is worth a look, too.
    if (row.duty.role !== 'asked' && row.duty.role !== 'finished') continue
    const { standing } = standingOf(row)
    for (const each of [row, ...row.parts]) asked.set(each.kind.first + each.row, { row, standing })
  }
  return asked
}

function exceedanceOf(evaluated: EvaluatedPackage, { row, standing }: Asked, run: FoundRun): CalledExceedance {
  const { from, until, count, highest, decisive } = run.run
  const { limit, value, allowedUpTo } = highest
  const called = summarise(evaluated, row.kind.first + row.row)
  const { device, doubts, isIllustrative } = run
  const isDoubted = doubts.length > 0
  return {
    ...{ called, standing, device, parameter: limit.parameter, hours: count, from, until },
    ...{ value, compared: decisive.compared, allowedUpTo, limit, isDoubted, isIllustrative },
  }
}

/** Adds another run of the same device and parameter. */
function added(before: CalledExceedance, { run, doubts }: FoundRun): CalledExceedance {
  const { limit, compared, allowedUpTo } = run.decisive
  return {
    ...before,
    ...(compared > before.compared && { limit, compared, allowedUpTo }),
    value: Math.max(before.value, run.highest.value),
    hours: before.hours + run.count,
    from: Math.min(before.from, run.from),
    until: Math.max(before.until, run.until),
    isDoubted: before.isDoubted || doubts.length > 0,
  }
}
