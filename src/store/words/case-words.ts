import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, localMinute, parseDay } from '@/domain/calendar'
import { isCalm, type JudgedWind } from '@/domain/cases/calm'
import { clockStart, type TermClock } from '@/domain/cases/clock'
import { hourEndOfKey } from '@/domain/cases/opening-key'
import type { CaseSort } from '@/domain/cases/settings'
import { type CaseStanding, isStepName } from '@/domain/cases/stage'
import type { TruckVisits } from '@/domain/cases/unlisted-reason'
import { tenth } from '@/domain/dustfall/rounding'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { PARAMETER_FACTS } from '@/domain/monitoring/parameter'
import {
  CASE_EFFECTS,
  CASE_FINDINGS,
  type CaseOpened,
  type CaseStepped,
  type CaseWind,
  WIND_SAID,
} from '@/ledger/case-bodies'
import { writerOf } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import type { Flag } from '@/ledger/flag'
import type { CaseOpening } from '@/questions/case-openings'
import { doubtText } from './doubt-text'
import { flagText } from './flags'
import { spanText, valueText } from './monitor-figures'
import { distanceText } from './place'

type Texts = TFunction<'texts'>

const DOT = ' · '

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long something took or lasts, as people say it: minutes up to two hours, hours up to two days, then days. */
export function spentText(t: Texts, ms: number): string {
  const of = (unit: 'minutes' | 'hours' | 'days', one: number) =>
    t(`cases.spent.${unit}`, { count: Math.round(Math.abs(ms) / one) })
  if (Math.abs(ms) < 2 * HOUR_MS) return of('minutes', MINUTE_MS)
  return Math.abs(ms) < 2 * DAY_MS ? of('hours', HOUR_MS) : of('days', DAY_MS)
}

/** A moment, milliseconds since 1970, by the office's clock. */
export const momentText = (ms: number): string => localMinute(new Date(ms).toISOString())

/** What a clock says at a moment. */
export function clockText(t: Texts, { step, due, done, state, isInferred }: TermClock, now: number): string {
  const key = state === 'late' && done === null ? 'lateUndone' : state
  const said = isInferred && (state === 'in-time' || state === 'late') ? (`inferred.${state}` as const) : key
  return t(`cases.clock.${said}`, {
    step: t(`cases.term.${step}`),
    at: done === null ? '' : momentText(done),
    due: momentText(due),
    left: spentText(t, due - now),
  })
}

/** From when the terms of a case run in its present turn, and why from then. */
export function runsFromText(
  t: Texts,
  { observed, from }: Pick<CaseOpened, 'observed' | 'from'>,
  standing: Pick<CaseStanding, 'reopening'>,
): string {
  const at = clockStart(observed, standing)
  const isHour = hourEndOfKey(from) === at / MINUTE_MS
  return t(`cases.runsFrom.${standing.reopening ? 'reopened' : isHour ? 'hour' : 'noticed'}`, { at: momentText(at) })
}

/** What is due next, in a few words. */
export function dueText(t: Texts, { step, due, state }: TermClock, now: number): string {
  const words = { step: t(`cases.term.${step}`), left: spentText(t, due - now) }
  return t(state === 'overdue' ? 'cases.due.overdue' : 'cases.due.running', words)
}

/** What a proposal is about, in words. */
export const openingName = (t: Texts, { name, reason }: Pick<CaseOpening, 'name' | 'reason'>): string =>
  reason.of === 'unlisted' ? t(`trucks.use.${reason.use}`) : name

/** Why it is proposed to open a case. */
export function reasonText(t: Texts, { reason }: Pick<CaseOpening, 'reason'>): string {
  if (reason.of === 'reported') return t('cases.reason.reported', { day: reason.day })
  if (reason.of === 'exceedance') {
    const { parameter, from, until, count, value, allowedUpTo, limit } = reason
    return [
      t('cases.reason.exceedance', {
        span: spanText(from, until),
        parameter: t(`monitoring.names.${parameter}`),
        hours: count,
        value: valueText(value, parameter),
        unit: PARAMETER_FACTS[parameter].unit,
        limit: valueText(allowedUpTo, parameter),
      }),
      !limit.confirmed && t('cases.reason.limitUnconfirmed'),
      reason.wrongHours > 0 && t('cases.reason.wrongHours', { count: reason.wrongHours }),
      reason.doubts.length > 0 &&
        t('cases.reason.doubted', {
          why: [...new Set(reason.doubts.map((doubt) => doubtText(t, doubt, parameter)))].join(t('ui.comma')),
        }),
    ]
      .filter(Boolean)
      .join(t('ui.semicolon'))
  }
  if (reason.of === 'unlisted')
    return [
      t('cases.reason.unlisted', { ...reason, use: t(`trucks.use.${reason.use}`) }),
      ...visitorsSaid(t, reason.visitors),
    ].join(t('ui.semicolon'))
  const { month, before, after } = reason
  return t('cases.reason.dustfall', { month, before: tenth(before), after: tenth(after) })
}

/** So many trucks and companies are named where a case is given its reason; all of them stand on its card. */
const MOST_NAMED = 3

/** Some words of a list, and how long it is where they are not all of it. */
function firstOf(t: Texts, names: readonly string[]): string {
  const said = names.slice(0, MOST_NAMED).join(t('ui.comma'))
  return names.length > MOST_NAMED ? t('cases.visitors.first', { names: said, count: names.length }) : said
}

/** Which trucks were there, and whose they are. */
function visitorsSaid(t: Texts, visitors: readonly TruckVisits[]): readonly string[] {
  const companies = [...new Set(visitors.map(({ company }) => company))].filter((name) => name !== '')
  return [
    ...(visitors.length > 0
      ? [
          t('cases.visitors.plates', {
            names: firstOf(
              t,
              visitors.map(({ plate }) => plate),
            ),
          }),
        ]
      : []),
    ...(companies.length > 0 ? [t('cases.visitors.companies', { names: firstOf(t, companies) })] : []),
  ]
}

/** Days in their order, those that follow on one another from the first to the last. */
function daysText(t: Texts, days: readonly IsoDay[]): string {
  const runs: { first: IsoDay; last: IsoDay }[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && parseDay(run.last) + 1 === parseDay(day)) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
    .map(({ first, last }) => (first === last ? first : t('cases.visitors.days', { first, last })))
    .join(t('ui.comma'))
}

/** A truck that stopped at a place: its plate, its company, how often, and on which days. */
export const visitorText = (
  t: Texts,
  { plate, company, days, stops }: NonNullable<CaseOpened['visitors']>[number],
): string =>
  [
    plate,
    company || t('cases.visitors.noCompany'),
    t('cases.visitors.stops', { count: stops, days: daysText(t, days) }),
  ].join(DOT)

/** By which rule of its sort and on which values it is proposed to open a case, in one sentence. */
export function proposalText(
  t: Texts,
  opening: Pick<CaseOpening, 'reason'>,
  { from }: Pick<CaseSort, 'from'>,
  language: string,
): string {
  const { reason } = opening
  const why = reasonText(t, opening)
  if (reason.of === 'exceedance')
    return t('cases.rules.exceedance', {
      days: from.exceedance?.withinDays ?? 0,
      why,
      source: inLanguage(reason.limit.source, language),
    })
  if (reason.of === 'dustfall') {
    // Of the two figures as they are read: reckoned of unrounded ones it may differ from what a reader subtracts.
    const rise = tenth(Number(tenth(reason.after)) - Number(tenth(reason.before)))
    return t('cases.rules.dustfall', { least: from.dustfall?.leastRise ?? 0, why, rise })
  }
  if (reason.of === 'unlisted') return t('cases.rules.unlisted', { why })
  return t('cases.rules.reported', { days: from.kind?.withinDays ?? 0, why })
}

/**
 * How likely sources were looked for: upwind, or around the place, and then why.
 * @param wind null where nobody knows it.
 */
export function likelyText(
  t: Texts,
  wind: JudgedWind | null,
  words: { readonly km: number; readonly total: number; readonly count: number },
): string {
  if (!wind) return t('cases.likelyAround', words)
  if (!isCalm(wind)) return t('cases.likelyUpwind', words)
  const { metresPerSecond: speed, calmBelow: below } = wind
  return [
    below === undefined ? t('cases.likelyCalm') : t('cases.likelyCalmBelow', { speed, below }),
    t('cases.likelyAnywhere', words),
  ].join('')
}

/** That the air was calm, with its speed where it moved a little. */
export const calmText = (t: Texts, { metresPerSecond: speed, calmBelow: below }: JudgedWind): string =>
  speed === 0 || below === undefined ? t('cases.wind.calm') : t('cases.wind.calmBelow', { speed, below })

/** Where a wind came from: by the name of its sector, and as exactly as it is known. */
export const windFromText = (
  t: Texts,
  nameOf: (place: number) => string,
  { fromDegrees }: Pick<CaseWind, 'fromDegrees'>,
): string =>
  t('cases.wind.from', { direction: nameOf(Math.round(fromDegrees / COMPASS_DEGREES)), degrees: fromDegrees })

/** The wind of a case: where it came from, how fast, and who says so; of a measured one which device and which hour. */
export function windText(t: Texts, nameOf: (place: number) => string, wind: CaseWind | null): string {
  if (!wind) return t('cases.wind.unknown')
  const { metresPerSecond: speed, hour, station } = wind
  const known = WIND_SAID.find((each) => each === wind.said)
  const said = known ? t(`cases.wind.said.${known}`) : wind.said
  const from = hour === undefined ? null : Date.parse(hour) / MINUTE_MS
  const by =
    from === null || station === undefined
      ? said
      : t('cases.wind.measured', { station, said, span: spanText(from, from + HOUR_MS / MINUTE_MS) })
  const text = isCalm(wind) ? calmText(t, wind) : t('cases.wind.speed', { from: windFromText(t, nameOf, wind), speed })
  return t('cases.wind.line', { wind: text, said: by })
}

/** Which kinds of sources were not looked at since they do not cause what was measured, as a sentence; empty where none was. */
export function leftOutText(
  t: Texts,
  leftOut: readonly { readonly kind: string; readonly name: string; readonly count: number }[],
): string {
  const kinds = leftOut.map(({ name, count }) => t('cases.leftOutKind', { name, count }))
  return kinds.length === 0 ? '' : t('cases.leftOut', { kinds: kinds.join(t('ui.comma')) })
}

/** A step by its name; one of a later version by its own word. */
export const stepText = (t: Texts, step: string): string => (isStepName(step) ? t(`cases.step.${step}`) : step)

/** What a team found, or what became of the value; of a later version by its own word. */
export const findingText = (t: Texts, finding: string): string => {
  const known = CASE_FINDINGS.find((each) => each === finding)
  return known ? t(`cases.finding.${known}`) : finding
}
export const effectText = (t: Texts, effect: string): string => {
  const known = CASE_EFFECTS.find((each) => each === effect)
  return known ? t(`cases.effect.${known}`) : effect
}

/** What a step says beside its name and time. */
export function stepWords(t: Texts, body: CaseStepped): string {
  const { step, team, finding, cause, effect, note } = body
  return [
    arrivalText(t, body),
    step === 'given' && t('cases.team', { team: team || t('cases.allTeams') }),
    finding && findingText(t, finding),
    cause && t('cases.causeOf', { name: cause.name }),
    effect && effectText(t, effect),
    note,
  ]
    .filter(Boolean)
    .join(DOT)
}

/** Flags of an arrival that its distance, or the age of its position, says with its figures. */
const SAID_WITH_FIGURES: readonly string[] = ['no-position', 'far', 'old-position'] satisfies readonly Flag[]

/**
 * How far from the place of the case an arrival was recorded, how old its position was, what else its position leaves open, and the
 * reason given; '' for a step without evidence. A device whose clock differs from that of its position can't tell an age.
 */
export function arrivalText(t: Texts, { when, accuracyMetres, evidence }: CaseStepped): string {
  if (!evidence) return ''
  const { measuredAt, distanceMetres, flags, reason } = evidence
  const isOld = flags.includes('old-position') && !flags.includes('clock')
  return [
    measuredAt === '' && t('check.positionNone'),
    distanceMetres !== null &&
      t('cases.arrival.far', {
        distance: distanceText(t, distanceMetres),
        metres: Math.round(accuracyMetres ?? 0),
      }),
    isOld && t('cases.arrival.old', { age: spentText(t, Date.parse(when) - Date.parse(measuredAt)) }),
    ...flags
      .filter((flag) => !SAID_WITH_FIGURES.includes(flag))
      .map((flag) => flagText(t, 'case', flag, evidence, accuracyMetres)),
    reason && t('review.reason', { reason }),
  ]
    .filter(Boolean)
    .join(t('ui.semicolon'))
}

/** Who wrote a record of a case and when it was done; that it was written down later is said. */
export function writtenText(t: Texts, event: LedgerEvent, when: string): string {
  const isLater = Date.parse(event.at) - Date.parse(when) > 5 * MINUTE_MS
  return [
    t('cases.line', { at: localMinute(when), who: writerOf(event) }),
    isLater && t('cases.writtenLater', { at: localMinute(event.at) }),
  ]
    .filter(Boolean)
    .join(DOT)
}
