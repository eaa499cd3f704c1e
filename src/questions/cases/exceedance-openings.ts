import { type Month, parseDay } from '@/domain/calendar'
import { monitorOfKey, runOpeningKey } from '@/domain/cases/opening-key'
import { monthBegin, monthOf, monthsWithin } from '@/domain/monitoring/by-month'
import {
  type DoubtVerdicts,
  undismissedDoubts,
  verdictsOnWrongHours,
  wrongHoursOf,
} from '@/domain/monitoring/doubts/verdict'
import { hoursOfRuns } from '@/domain/monitoring/exceedance-runs'
import { dayBegin, localDay, MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorHours } from '@/io/readings/monitor-hours'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { LastAnswers, memoOf } from '@/questions/memo'
import { type FoundRun, runsWithin } from '@/questions/monitors/exceedances-within'
import { monitorPlace } from '@/questions/monitors/monitors'
import type { OpenedPackage } from '@/questions/opened-package'
import { summarise } from '@/questions/source/source-summary'
import type { CaseOpening } from './case-openings'

const NOBODY: DoubtVerdicts = new Map()
/** A run is followed this many minutes back and forward from the requested time. */
const LONGEST = 31 * MINUTES_PER_DAY
/**
 * Start of the hours read: at the start of a month, so that a very long run begins at the same hour whichever day
 * is asked for.
 */
const lookedAtFrom = (from: Minute): Minute => monthBegin(monthOf(from - LONGEST))

/** The months whose hours {@link exceedanceOpenings} reads. */
export function monthsLookedAt({ evaluation }: EvaluatedPackage, withinDays: number): readonly Month[] {
  const until = dayBegin(parseDay(evaluation.asOf) + 1)
  return monthsWithin(lookedAtFrom(until - withinDays * MINUTES_PER_DAY), until)
}

/** Which run of hours above a limit is asked for. */
export interface RunRequest {
  readonly device: string
  readonly parameter: Parameter
  /** Start of any hour of the run. */
  readonly hour: Minute
}

/** Cached by step and hours, then by days: the panel asks again whenever a case is opened. */
const runsOf = memoOf((_: EvaluatedPackage) => memoOf((_: MonitorHours) => new LastAnswers<readonly FoundRun[]>()))

/**
 * Proposed cases from hours above a limit in the last `withinDays` days up to the as-of date, latest first: those with
 * all hours in the background, and the further ones without `verdicts`' wrong hours in it. Their figures and whether
 * anything is left of them are up to {@link applyVerdicts}.
 */
export async function exceedanceOpenings(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  sort: string,
  withinDays: number,
  verdicts: DoubtVerdicts,
): Promise<readonly CaseOpening[]> {
  const until = dayBegin(parseDay(evaluated.evaluation.asOf) + 1)
  const from = until - withinDays * MINUTES_PER_DAY
  const time = { from: lookedAtFrom(from), until }
  const known = runsOf(evaluated)(hours)
  const { opened } = evaluated
  const wrong = verdictsOnWrongHours(verdicts, backgroundsOf(opened), time)
  const [all, others] = [`${withinDays} all`, `${withinDays} others`]
  const found = await known.get(all, '', () => runsWithin(opened, hours, time, NOBODY))
  const more = await known.get(others, JSON.stringify([...wrong]), () => otherRuns(opened, hours, time, wrong, found))
  if (hours.problems.length > 0) for (const each of [all, others]) known.forget(each)
  return [...found, ...more]
    .filter(({ run }) => run.until > from)
    .sort((a, b) => b.run.from - a.run.from || (a.device < b.device ? -1 : 1))
    .map((each) => openingOf(evaluated, sort, each))
}

/** The parameters of the backgrounds that hourly limits take off, of one parameter or of all. */
const backgroundsOf = ({ pack }: OpenedPackage, of?: Parameter): readonly Parameter[] =>
  (pack.monitoring?.limits ?? []).flatMap(({ parameter, background }) =>
    background && (of === undefined || parameter === of) ? [background.parameter] : [],
  )

/**
 * Runs of the hours that are above a limit only because `wrong` hours of other devices are not in the background, apart
 * from the runs `found` with all hours: these keep their key and period whatever verdicts follow.
 */
async function otherRuns(
  opened: OpenedPackage,
  hours: MonitorHours,
  time: { readonly from: Minute; readonly until: Minute },
  wrong: DoubtVerdicts,
  found: readonly FoundRun[],
  only?: string,
): Promise<readonly FoundRun[]> {
  if (wrong.size === 0) return []
  const keyOf = (device: string, parameter: Parameter, hour: Minute) => `${device} ${parameter} ${hour}`
  const known = new Set(
    found.flatMap(({ device, run }) =>
      hoursOfRuns([run]).map((hour) => keyOf(device, run.highest.limit.parameter, hour)),
    ),
  )
  return runsWithin(opened, hours, time, wrong, {
    ...(only !== undefined && { only }),
    isAsked: ({ device, limit, from }) => !known.has(keyOf(device, limit.parameter, from)),
  })
}

/**
 * A proposal after persons' decisions on its doubts: hours found wrong count neither in its hours, nor in its highest
 * value, nor among the hours that a limit allows in a day, nor, of other devices, in the background that is taken off.
 * It keeps its key and period. Null if nothing above the limit is left, so nobody need go there.
 */
export async function applyVerdicts(
  { opened }: EvaluatedPackage,
  hours: MonitorHours,
  verdicts: DoubtVerdicts,
  opening: CaseOpening,
): Promise<CaseOpening | null> {
  const { reason } = opening
  const monitor = monitorOfKey(opening.key)
  if (reason.of !== 'exceedance' || !monitor) return opening
  const device = monitor.code
  const decided = { ...reason, doubts: undismissedDoubts(verdicts, reason.doubts, reason) }
  // Whole days, since a limit may allow some hours in a day.
  const time = { from: dayBegin(localDay(reason.from)), until: dayBegin(localDay(reason.until - 1) + 1) }
  const isTouched =
    verdictsOnWrongHours(verdicts, [reason.parameter], time).has(device) ||
    verdictsOnWrongHours(verdicts, backgroundsOf(opened, reason.parameter), time).size > 0
  if (!isTouched) return { ...opening, reason: decided }
  const { from, until } = reason
  const found = await runsWithin(opened, hours, time, verdicts, {
    ...{ only: device, leavesOut: true },
    // Those of the proposal stand.
    withoutDoubts: true,
    isAsked: (each) => each.from >= from && each.until <= until,
  })
  const left = found.filter(({ run }) => run.highest.limit.parameter === reason.parameter)
  const [highest] = [...left].sort((a, b) => b.run.highest.value - a.run.highest.value)
  const [decisive] = [...left].sort((a, b) => b.run.decisive.compared - a.run.decisive.compared)
  if (!highest || !decisive) return null
  const { limit, compared, allowedUpTo } = decisive.run.decisive
  return {
    ...opening,
    reason: {
      ...{ ...decided, limit, compared, allowedUpTo, value: highest.run.highest.value, wind: highest.wind },
      overHours: hoursOfRuns(left.map(({ run }) => run)),
      alone: left.reduce((sum, { run }) => sum + run.alone, 0),
      wrongHours: wrongHoursOf(verdicts, { ...reason, device }),
    },
  }
}

/** The proposed case, as {@link exceedanceOpenings}, of the run that contains an hour of a device; null if no run does. */
export async function exceedanceOpening(
  evaluated: EvaluatedPackage,
  hours: MonitorHours,
  sort: string,
  { device, parameter, hour }: RunRequest,
  verdicts: DoubtVerdicts,
): Promise<CaseOpening | null> {
  const { opened } = evaluated
  const time = { from: lookedAtFrom(hour), until: hour + LONGEST }
  const wrong = verdictsOnWrongHours(verdicts, backgroundsOf(opened), time)
  const found = await runsWithin(opened, hours, time, NOBODY, { only: device })
  const more = await otherRuns(opened, hours, time, wrong, found, device)
  const run = [...found, ...more].find(
    (each) => each.run.from <= hour && hour < each.run.until && each.run.highest.limit.parameter === parameter,
  )
  return run ? openingOf(evaluated, sort, run) : null
}

function openingOf(
  evaluated: EvaluatedPackage,
  sort: string,
  { device, run, doubts, wind, called, isIllustrative }: FoundRun,
): CaseOpening {
  const { opened } = evaluated
  const place = monitorPlace(opened, device)
  const source = place && summarise(evaluated, place.source)
  const { from, until, alone, highest, decisive } = run
  const { limit, value, allowedUpTo } = highest
  return {
    key: runOpeningKey(device, limit.parameter, from),
    sort,
    name: place?.name || called,
    reason: {
      of: 'exceedance',
      parameter: limit.parameter,
      from,
      until,
      overHours: hoursOfRuns([run]),
      alone,
      value,
      compared: decisive.compared,
      allowedUpTo,
      limit,
      doubts,
      wrongHours: 0,
      wind,
    },
    source,
    // A team goes to the source, so its position comes first.
    position: source?.position ?? place?.position ?? null,
    county: place?.county ?? '',
    isIllustrative,
  }
}
