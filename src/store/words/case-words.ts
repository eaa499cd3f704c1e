import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { type IsoDay, localMinute, parseDay } from '@/domain/calendar'
import { isCalm, type WindWithCalmLimit } from '@/domain/cases/calm'
import { clockStart, type TermClock } from '@/domain/cases/clock'
import { hourEndOfKey } from '@/domain/cases/opening-key'
import type { CaseType } from '@/domain/cases/settings'
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

/** A duration in words: minutes up to two hours, hours up to two days, then days; rounded down, since 4.9 days are not 5. */
export function durationText(t: Texts, ms: number): string {
  const of = (unit: 'minutes' | 'hours' | 'days', one: number) =>
    t(`cases.spent.${unit}`, { count: Math.floor(Math.abs(ms) / one) })
  if (Math.abs(ms) < 2 * HOUR_MS) return of('minutes', MINUTE_MS)
  return Math.abs(ms) < 2 * DAY_MS ? of('hours', HOUR_MS) : of('days', DAY_MS)
}

/** A moment, in milliseconds since 1970, in the office's time. */
export const momentText = (ms: number): string => localMinute(new Date(ms).toISOString())

/** State of a time limit at a moment, in words. */
export function clockText(t: Texts, { step, due, done, state, isInferred }: TermClock, now: number): string {
  const key = state === 'late' && done === null ? 'lateUndone' : state
  const said = isInferred && (state === 'in-time' || state === 'late') ? (`inferred.${state}` as const) : key
  return t(`cases.clock.${said}`, {
    step: t(`cases.term.${step}`),
    at: done === null ? '' : momentText(done),
    due: momentText(due),
    left: durationText(t, due - now),
  })
}

/** From when the time limits of a case's current turn count, and why. */
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
export function stepDueText(t: Texts, { step, due, state }: TermClock, now: number): string {
  const words = { step: t(`cases.term.${step}`), left: durationText(t, due - now) }
  return t(state === 'overdue' ? 'cases.due.overdue' : 'cases.due.running', words)
}

/** Subject of a proposal, in words. */
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

/** The statements of a reason as stored in a case, which {@link reasonText} joins by semicolons in either language. */
export const reasonItems = (reason: string): readonly string[] => reason.split(/[；;\n]\s*/).filter(Boolean)

/** Maximum number of trucks and companies named in the reason of a case; its card lists all of them. */
const MOST_NAMED = 3

/** The first names of a list, with the total number if there are more. */
function firstOf(t: Texts, names: readonly string[]): string {
  const said = names.slice(0, MOST_NAMED).join(t('ui.comma'))
  return names.length > MOST_NAMED ? t('cases.visitors.first', { names: said, count: names.length }) : said
}

/** Which trucks were there, and their companies. */
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

/** Days in order; consecutive days as a range. */
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

/** A truck that stopped at a place: plate, company, number of stops, and days. */
export const visitorText = (
  t: Texts,
  { plate, company, days, stops }: NonNullable<CaseOpened['visitors']>[number],
): string =>
  [
    plate,
    company || t('cases.visitors.noCompany'),
    t('cases.visitors.stops', { count: stops, days: daysText(t, days) }),
  ].join(DOT)

/** The values on which a case is proposed. */
export function proposalText(t: Texts, opening: Pick<CaseOpening, 'reason'>): string {
  const { reason } = opening
  const why = reasonText(t, opening)
  if (reason.of === 'reported') return t('cases.proposal.reported', { why })
  if (reason.of !== 'dustfall') return why
  // Computed from the two displayed figures: with unrounded ones it might differ from what a reader calculates.
  const rise = tenth(Number(tenth(reason.after)) - Number(tenth(reason.before)))
  return t('cases.proposal.dustfall', { why, rise })
}

/** The rules by which these cases of one type are proposed, each once; for limits with their sources. */
export function proposalRules(
  t: Texts,
  openings: readonly Pick<CaseOpening, 'reason'>[],
  { from }: Pick<CaseType, 'from'>,
  language: string,
): readonly string[] {
  const rules = openings.map(({ reason }) => {
    if (reason.of === 'exceedance')
      return t('cases.rules.exceedance', {
        days: from.exceedance?.withinDays ?? 0,
        source: inLanguage(reason.limit.source, language),
      })
    if (reason.of === 'dustfall') return t('cases.rules.dustfall', { least: from.dustfall?.leastRise ?? 0 })
    if (reason.of === 'unlisted') return t('cases.rules.unlisted')
    return t('cases.rules.reported', { days: from.kind?.withinDays ?? 0 })
  })
  return [...new Set(rules)]
}

/**
 * How likely sources were searched: upwind, or around the place with the reason.
 * @param wind null if unknown.
 */
export function likelyText(
  t: Texts,
  wind: WindWithCalmLimit | null,
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

/** States that the air was calm, with the speed if it moved slightly. */
export const calmText = (t: Texts, { metresPerSecond: speed, calmBelow: below }: WindWithCalmLimit): string =>
  speed === 0 || below === undefined ? t('cases.wind.calm') : t('cases.wind.calmBelow', { speed, below })

/** Wind direction: name of the sector, and degrees. */
export const windFromText = (
  t: Texts,
  nameOf: (place: number) => string,
  { fromDegrees }: Pick<CaseWind, 'fromDegrees'>,
): string =>
  t('cases.wind.from', { direction: nameOf(Math.round(fromDegrees / COMPASS_DEGREES)), degrees: fromDegrees })

/** The wind of a case: direction, speed and origin; for measured wind with device and hour. */
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

/** A sentence on the kinds of sources not considered since they do not cause the measured parameter; empty if none. */
export function leftOutText(
  t: Texts,
  leftOut: readonly { readonly kind: string; readonly name: string; readonly count: number }[],
): string {
  const kinds = leftOut.map(({ name, count }) => t('cases.leftOutKind', { name, count }))
  return kinds.length === 0 ? '' : t('cases.leftOut', { kinds: kinds.join(t('ui.comma')) })
}

/** Name of a step; for a step of a later version, its raw value. */
export const stepText = (t: Texts, step: string): string => (isStepName(step) ? t(`cases.step.${step}`) : step)

/** What a team found, or the effect; for values of a later version, the raw value. */
export const findingText = (t: Texts, finding: string): string => {
  const known = CASE_FINDINGS.find((each) => each === finding)
  return known ? t(`cases.finding.${known}`) : finding
}
export const effectText = (t: Texts, effect: string): string => {
  const known = CASE_EFFECTS.find((each) => each === effect)
  return known ? t(`cases.effect.${known}`) : effect
}

/** Content of a step besides its name and time. */
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

/** Flags that the distance or the age of an arrival's position already expresses, with figures. */
const SAID_WITH_FIGURES: readonly string[] = ['no-position', 'far', 'old-position'] satisfies readonly Flag[]

/**
 * Distance of an arrival from the case's place, age of the position, other doubts about it, and the reason given; '' if it
 * has no evidence. No age is given if the clocks of the device and of its position differ.
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
    isOld && t('cases.arrival.old', { age: durationText(t, Date.parse(when) - Date.parse(measuredAt)) }),
    ...flags
      .filter((flag) => !SAID_WITH_FIGURES.includes(flag))
      .map((flag) => flagText(t, 'case', flag, evidence, accuracyMetres)),
    reason && t('review.reason', { reason }),
  ]
    .filter(Boolean)
    .join(t('ui.semicolon'))
}

/** Author of a case record and when the step was done; with a note if it was written down later. */
export function writtenText(t: Texts, event: LedgerEvent, when: string): string {
  const isLater = Date.parse(event.at) - Date.parse(when) > 5 * MINUTE_MS
  return [
    t('cases.line', { at: localMinute(when), who: writerOf(event) }),
    isLater && t('cases.writtenLater', { at: localMinute(event.at) }),
  ]
    .filter(Boolean)
    .join(DOT)
}
