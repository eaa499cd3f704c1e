import { correspondences } from '@/domain/plan/correspond'
import { draftsOf } from '@/domain/plan/draft'
import { plainForm, textOfSpan } from '@/domain/plan/plan-text'
import { type PlanReading, readPlan } from '@/domain/plan/read-plan'
import { splitWording } from '@/domain/plan/wording'
import type { Result } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import { comparableClause } from './propose-plan'

/** The plan whose wording is wanted. */
export interface PlanRef {
  readonly year: number
  /** '' if it has no title, or its document no number. */
  readonly title: string
  readonly number: string
  readonly clauses: readonly Clause[]
}

const bare = (words: string) => plainForm(words).replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Share of clauses whose numbers may differ: the package's titles are the office's own words, so matching is not
 * exact.
 */
const MAX_DEVIATION = 0.25

/** Whether a document's clauses have the same numbers as those of a plan. */
function fitsClauses({ text, clauses, ...reading }: PlanReading, plan: PlanRef): boolean {
  const drafts = draftsOf({ text, clauses, ...reading })
  const links = correspondences(
    plan.clauses.map((clause) => comparableClause(clause)),
    drafts.map(({ number, title, start, end }) => ({ number, title, lead: [], words: text.slice(start, end) })),
  )
  const strange = drafts.filter(({ number }) => !plan.clauses.some((clause) => clause.number === number)).length
  const moved = links.filter(({ earlier, now }) => earlier !== now).length
  return strange + moved <= MAX_DEVIATION * drafts.length
}

/** What in a document shows that it is another plan, in its own words; null if nothing does. */
function otherThan(reading: PlanReading, plan: PlanRef): string | null {
  const { title, number, year } = reading.head
  const [own, wanted] = [bare(title), bare(plan.title)]
  if (number !== '' && plan.number !== '' && bare(number) !== bare(plan.number)) return number
  if (year !== null && year !== plan.year) return title
  // The title of a notice contains that of its plan.
  if (own !== '' && wanted !== '' && !own.includes(wanted) && !wanted.includes(own)) return title
  return fitsClauses(reading, plan) ? null : title || number || textOfSpan(reading.text, reading.clauses[0]!.title)
}

/**
 * The wording of each clause of a plan, by number. Returns a problem, and no wording, if the text has no clauses or
 * is that of another plan.
 */
export function planWording(text: string, file: string, plan: PlanRef): Result<ReadonlyMap<number, string>> {
  const wording = splitWording(text)
  if (wording.size === 0) return { value: null, problems: [{ code: 'plan-without-clauses', file }] }
  const seen = otherThan(readPlan(text, [], plan.year), plan)
  if (seen === null) return { value: wording, problems: [] }
  const expected = [plan.title, plan.number].filter((each) => each !== '').join(' ') || String(plan.year)
  return { value: null, problems: [{ code: 'plan-other', file, seen, expected }] }
}
