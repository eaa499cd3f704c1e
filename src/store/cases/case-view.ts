import { clocksOf, earlierClocks, isMissed, nextDue, type Term, type TermClock } from '@/domain/cases/clock'
import type { OpenedOn } from '@/domain/cases/opened-on'
import { TERM_STEPS } from '@/domain/cases/settings'
import { caseStanding, STAGES } from '@/domain/cases/stage'
import type { CaseOpened } from '@/ledger/case-bodies'
import { type CaseRecord, openingInForce } from '@/ledger/cases'

/** Columns of the board: the stages, and the withdrawn cases. */
export const BOARD_STAGES = [...STAGES, 'withdrawn'] as const
export type BoardStage = (typeof BOARD_STAGES)[number]

/** A case as lists and cards show it. */
export interface CaseView {
  readonly id: string
  readonly record: CaseRecord
  /** Null until the opening event has arrived here. */
  readonly opened: CaseOpened | null
  readonly title: string
  readonly stage: BoardStage
  /** Of the current turn; empty if the opening has not arrived or was withdrawn. */
  readonly clocks: readonly TermClock[]
  /** The next time limit to expire, or the first expired. */
  readonly next: TermClock | null
  /** Whether a time limit of the current turn was missed. */
  readonly isLate: boolean
  /** Whether one of an earlier turn was missed. */
  readonly wasLate: boolean
  /** Milliseconds from noticing the value until closing, or until now; null if unknown. */
  readonly age: number | null
}

const isTerm = (term: CaseOpened['terms'][number]): term is Term & CaseOpened['terms'][number] =>
  TERM_STEPS.some((step) => step === term.step)

/** What a team last reported in the current turn of a case; '' if nothing yet. */
export const reportedFinding = ({ standing }: Pick<CaseRecord, 'standing'>): string =>
  standing.current.findLast(({ step }) => step === 'reported')?.event.body.finding ?? ''

/** The state of a case at a moment, milliseconds since 1970. */
export function caseView(record: CaseRecord, now: number): CaseView {
  const { id, standing, withdrawn } = record
  const opened = openingInForce(record)
  const stage: BoardStage = withdrawn ? 'withdrawn' : standing.stage
  // A later version may have time limits for steps unknown here: they get no clock.
  const terms = opened && !withdrawn ? opened.terms.filter(isTerm) : []
  const clocks = opened ? clocksOf(opened.observed, terms, standing, now) : []
  const end = standing.closing ? Date.parse(standing.closing.when) : now
  return {
    ...{ id, record, opened, stage, clocks },
    title: opened?.title ?? standing.steps[0]?.event.body.title ?? record.withdrawnSteps[0]?.event.body.title ?? id,
    next: nextDue(clocks),
    isLate: clocks.some(isMissed),
    wasLate: opened ? earlierClocks(opened.observed, terms, standing).some(isMissed) : false,
    age: opened ? end - Date.parse(opened.observed) : null,
  }
}

/**
 * Whether a case was opened after a moment, or on something that was noticed after it. A value of October that a person
 * made a case of in December was no case in October.
 */
export const isOpenedAfter = ({ at: openedAt, body }: NonNullable<CaseRecord['opening']>, at: number): boolean =>
  Date.parse(openedAt) > at || Date.parse(body.observed) > at

/** The state of a case at an earlier moment, ignoring later steps. Null if it was opened later. */
export function caseViewAt(record: CaseRecord, at: number): CaseView | null {
  const isKnown = (when: string) => Date.parse(when) <= at
  if (record.opening && isOpenedAfter(record.opening, at)) return null
  return caseView({ ...record, standing: caseStanding(record.standing.steps.filter(({ when }) => isKnown(when))) }, at)
}

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000]

/** Age classes of a case: under a day, under three days, under a week, or more. */
export const AGES = ['day', 'days', 'week', 'more'] as const
export type Age = (typeof AGES)[number]
const UNDER_HOURS: Readonly<Record<Exclude<Age, 'more'>, number>> = { day: 24, days: 72, week: 168 }

export function ageOf({ age }: Pick<CaseView, 'age'>): Age | null {
  if (age === null) return null
  const hours = age / HOUR_MS
  return (['day', 'days', 'week'] as const).find((each) => hours < UNDER_HOURS[each]) ?? 'more'
}

/** Filter of the board; empty or null parts do not filter. */
export interface CaseFilter {
  readonly stage: BoardStage | null
  readonly county: string | null
  readonly lead: string
  readonly age: Age | null
  readonly isLate: boolean
}
export const ALL_CASES: CaseFilter = { stage: null, county: null, lead: '', age: null, isLate: false }

/** Whether a case passes the filter, ignoring its stage. */
const isLeft = (view: CaseView, { county, lead, age, isLate }: CaseFilter) =>
  (county === null || (view.opened?.county ?? '') === county) &&
  (lead === '' || (view.opened?.lead.includes(lead) ?? false)) &&
  (age === null || ageOf(view) === age) &&
  (!isLate || view.isLate)

/** When a case was closed, milliseconds since 1970; 0 while it is open. */
const closedAt = ({ record: { standing } }: CaseView) => (standing.closing ? Date.parse(standing.closing.when) : 0)

/** Open cases by next time limit; then those without a clock, oldest first; closed ones latest first. */
function byUrgency(a: CaseView, b: CaseView): number {
  const due = (view: CaseView) => view.next?.due ?? Number.POSITIVE_INFINITY
  if (due(a) !== due(b)) return due(a) - due(b)
  return closedAt(b) - closedAt(a) || (b.age ?? 0) - (a.age ?? 0) || (a.id < b.id ? -1 : 1)
}

/** The board: cases that pass the filter, by stage, and their number per stage. Each case is in one stage. */
export function caseBoard(
  views: readonly CaseView[],
  filter: CaseFilter,
): { readonly counts: Readonly<Record<BoardStage, number>>; readonly shown: readonly CaseView[] } {
  const left = views.filter((view) => isLeft(view, filter))
  const counts = Object.fromEntries(
    BOARD_STAGES.map((stage) => [stage, left.filter((view) => view.stage === stage).length]),
  ) as Record<BoardStage, number>
  const shown = BOARD_STAGES.filter((stage) => filter.stage === null || stage === filter.stage).flatMap((stage) =>
    left.filter((view) => view.stage === stage).sort(byUrgency),
  )
  return { counts, shown }
}

/** What cases were opened on, which must not be proposed again, except where the case was withdrawn. */
export const openedFrom = (records: readonly Pick<CaseRecord, 'opening' | 'withdrawn'>[]): readonly OpenedOn[] =>
  records.flatMap(({ opening, withdrawn }) => (withdrawn ? [] : (openedOnOf(opening?.body) ?? [])))

/** What a case was opened on; null if a person brought it up, or if its opening has not arrived. */
export function openedOnOf(body: CaseOpened | undefined): OpenedOn | null {
  if (!body?.from) return null
  const { from: key, hoursUntil } = body
  return { key, ...(hoursUntil !== undefined && { until: Math.floor(Date.parse(hoursUntil) / MINUTE_MS) }) }
}
