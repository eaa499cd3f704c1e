import { median } from 'simple-statistics'
import type { Month } from '@/domain/calendar'
import { doneAt } from '@/domain/cases/clock'
import { grouped } from '@/domain/grouped'
import type { CaseRecord } from '@/ledger/cases'
import { type CaseView, isOpenedAfter } from './case-view'
import { monthOf } from './use-case-months'

/** Counts of a month's cases. Late: a time limit was missed, in the current or an earlier turn. */
export interface CaseCounts {
  readonly opened: number
  readonly closed: number
  readonly inTime: number
  readonly late: number
  readonly running: number
}
export const CASE_COLUMNS = ['opened', 'closed', 'inTime', 'late', 'running'] as const satisfies (keyof CaseCounts)[]

/** Summary of a month's cases. */
export interface CaseFigures {
  readonly all: CaseCounts
  /** By county code; '' if unknown. */
  readonly counties: ReadonlyMap<string, CaseCounts>
  /** Median hours since the value was noticed; null if no case has got that far. */
  readonly hoursToArrive: number | null
  readonly hoursToClose: number | null
  /** Number of withdrawn cases, which are not counted otherwise; and number based on made-up data. */
  readonly withdrawn: number
  readonly illustrative: number
  readonly isUnconfirmed: boolean
  /** At most three, most informative first. */
  readonly stories: readonly CaseView[]
}

const HOUR_MS = 3_600_000

const medianOf = (values: number[]): number | null => (values.length === 0 ? null : median(values))
const MAX_STORIES = 3

const countsOf = (views: readonly CaseView[]): CaseCounts => {
  const isLate = ({ isLate: now, wasLate }: CaseView) => now || wasLate
  const closed = views.filter(({ stage }) => stage === 'closed')
  return {
    opened: views.length,
    closed: closed.length,
    inTime: closed.filter((view) => !isLate(view)).length,
    late: views.filter(isLate).length,
    running: views.length - closed.length,
  }
}

/** Hours from noticing a value until a team first arrived; empty if clocks make it negative. */
function hoursToArrive({ opened, record }: CaseView): number[] {
  const { steps } = record.standing
  const again = Math.min(...steps.flatMap(({ step, when }) => (step === 'reopened' ? [Date.parse(when)] : [])))
  const ofFirstTurn = steps.filter(({ when }) => Date.parse(when) < again)
  const arrived = doneAt(ofFirstTurn, 'arrived')
  const hours = arrived === null ? Number.NaN : (arrived - Date.parse(opened!.observed)) / HOUR_MS
  return hours >= 0 ? [hours] : []
}

const hoursToClose = ({ age, stage }: CaseView): number[] =>
  stage === 'closed' && age !== null && age >= 0 ? [age / HOUR_MS] : []

/** How informative a case is: photos, a finding, a closing; late ones before others. */
function weight({ record: { standing }, stage, isLate, wasLate }: CaseView): number {
  const bodies = standing.steps.map(({ event }) => event.body)
  return (
    4 * Number(bodies.some(({ photos }) => photos.length > 0)) +
    2 * Number(stage === 'closed') +
    2 * Number(bodies.some(({ finding }) => finding !== undefined)) +
    Number(isLate || wasLate)
  )
}

/** What happened in a month's cases after a moment and is not included in the figures as of that moment. */
export interface CasesLater {
  /** Cases that were opened later. */
  readonly opened: number
  /** Later steps of cases that are counted. */
  readonly steps: number
}

/** What happened after `at` (milliseconds since 1970) in a month's cases; withdrawn ones are ignored. */
export function casesLater(records: readonly CaseRecord[], month: Month, at: number): CasesLater {
  const isLater = (when: string) => Date.parse(when) > at
  const of = records.filter(
    ({ opening, withdrawn }) => !withdrawn && opening && monthOf(opening.body.observed) === month,
  )
  const [later, known] = [
    of.filter(({ opening }) => isOpenedAfter(opening!, at)),
    of.filter(({ opening }) => !isOpenedAfter(opening!, at)),
  ]
  return {
    opened: later.length,
    // A place that was put right is so in the figures, too.
    steps: known.flatMap(({ standing }) => standing.steps).filter(({ step, when }) => step !== 'moved' && isLater(when))
      .length,
  }
}

/** Summarises the cases noticed in a month, in the state given by the views. */
export function caseFigures(views: readonly CaseView[], month: Month): CaseFigures {
  const all = views.filter(({ opened }) => opened !== null && monthOf(opened.observed) === month)
  const counted = all.filter(({ stage }) => stage !== 'withdrawn')
  const byCounty = grouped(counted, ({ opened }) => opened!.county)
  const told = [...counted].sort((a, b) => weight(b) - weight(a) || (b.age ?? 0) - (a.age ?? 0))
  return {
    all: countsOf(counted),
    counties: new Map([...byCounty].map(([code, some]) => [code, countsOf(some)])),
    hoursToArrive: medianOf(counted.flatMap(hoursToArrive)),
    hoursToClose: medianOf(counted.flatMap(hoursToClose)),
    withdrawn: all.length - counted.length,
    illustrative: counted.filter(({ opened }) => opened!.illustrative).length,
    isUnconfirmed: counted.some(({ opened }) => opened!.terms.some(({ confirmed }) => !confirmed)),
    stories: told.slice(0, MAX_STORIES),
  }
}
