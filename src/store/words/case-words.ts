import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import { isCalm, type WindWithCalmLimit } from '@/domain/cases/calm'
import { clockStart, type TermClock } from '@/domain/cases/clock'
import { hourEndOfKey } from '@/domain/cases/opening-key'
import { type CaseStanding, isStepName } from '@/domain/cases/stage'
import { COMPASS_DEGREES } from '@/domain/geodesy/compass'
import {
  CASE_EFFECTS,
  CASE_FINDINGS,
  type CaseOpened,
  type CaseStepped,
  type CaseWind,
  WIND_SAID,
} from '@/ledger/case-bodies'
import { moveOf } from '@/ledger/cases'
import { writerOf } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import type { Flag } from '@/ledger/flag'
import { casePlaceTexts, placeOfMove } from './case-place'
import { flagText } from './flags'
import { spanText } from './monitor-figures'
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
  const moved = moveOf(body)
  return [
    arrivalText(t, body),
    moved && casePlaceTexts(t, placeOfMove(moved)).join(t('ui.comma')),
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

/** That a case record was written down later than what it tells happened, and when; '' if it was not. */
export const laterText = (t: Texts, event: LedgerEvent, when: string): string =>
  Date.parse(event.at) - Date.parse(when) > 5 * MINUTE_MS ? t('cases.writtenLater', { at: localMinute(event.at) }) : ''

/** Author of a case record and when the step was done; with a note if it was written down later. */
export function writtenText(t: Texts, event: LedgerEvent, when: string): string {
  return [t('cases.line', { at: localMinute(when), who: writerOf(event) }), laterText(t, event, when)]
    .filter(Boolean)
    .join(DOT)
}
