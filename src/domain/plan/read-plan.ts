import { dayNumber, formatDay, type IsoDay } from '@/domain/calendar'
import { type Responsibility, responsibilitiesIn } from './bodies'
import { deadlinesIn, type FoundDeadline, type FoundRecurrence, type PlanYears, recurrencesIn } from './deadlines'
import { type FoundFigure, figuresIn } from './figures'
import { type ClauseText, type NumberFaults, outlineOf } from './outline'
import { type PlanText, paragraphsOf, plainForm, textOfSpan } from './plan-text'
import { type FoundRow, rowsIn } from './table-rows'

/** One task of a plan, and everything found in its words. */
export interface ReadClause extends ClauseText {
  readonly responsibilities: readonly Responsibility[]
  readonly deadlines: readonly FoundDeadline[]
  readonly recurrences: readonly FoundRecurrence[]
  readonly figures: readonly FoundFigure[]
}

/** Information in the head of a plan; '' or null if missing. */
export interface PlanHead {
  readonly title: string
  /** Document number: 咸政办发〔2022〕32号. */
  readonly number: string
  readonly issued: IsoDay | null
  /** The last year in the title. */
  readonly year: number | null
  readonly firstYear: number | null
}

/** A parsed plan. All spans refer to `text`. */
export interface PlanReading {
  readonly text: string
  readonly head: PlanHead
  readonly clauses: readonly ReadClause[]
  /** Start of another plan in the same document, which was not read; null if there is none. */
  readonly next: number | null
  readonly faults: NumberFaults
  /** Rows of all its tables, including those inside clauses. */
  readonly rows: readonly FoundRow[]
}

const TITLE = /^.{0,40}(?:方案|计划|要点|行动|措施)(?:\([^)]*\))?$/
const NAMED = /《([^》]{0,60}20\d\d[^》]{0,60}(?:方案|计划|要点))》/
const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,12}\[20\d\d\]\d{1,5}号/u
const FULL_DAY = /(20\d\d)年(\d{1,2})月(\d{1,2})日/g

/** Reads the text before the first task. */
export function headOf({ text, plain }: PlanText, end: number): PlanHead {
  const lines = paragraphsOf(plain).filter((line) => line.start < end)
  const titles = lines.filter((line) => TITLE.test(textOfSpan(plain, line)))
  // The notice names the plan first; the plan's own title is the last one before its text.
  const title = titles.findLast((line) => /20\d\d/.test(textOfSpan(plain, line))) ?? titles.at(-1)
  const named = title ? textOfSpan(text, title) : (NAMED.exec(text.slice(0, end))?.[1] ?? '')
  const years = [...plainForm(named).matchAll(/20\d\d/g)].map(([year]) => Number(year))
  const head = plain.slice(0, end)
  const numbered = lines.find((line) => new RegExp(`^${DOCUMENT_NUMBER.source}$`, 'u').test(textOfSpan(plain, line)))
  const days = [...head.matchAll(FULL_DAY)].flatMap(([, year, month, day]) => {
    const number = dayNumber(Number(year), Number(month), Number(day))
    return number === null ? [] : [formatDay(number)]
  })
  return {
    title: named.replace(/\[bookmark:[^\]]*\]\s*/, ''),
    number: numbered ? textOfSpan(text, numbered) : '',
    issued: days.at(-1) ?? null,
    year: years.length > 0 ? Math.max(...years) : null,
    firstYear: years.length > 0 ? Math.min(...years) : null,
  }
}

/**
 * Reads the clauses of a plan from its text: who leads, supports and carries out, deadlines, intervals and figures.
 * `known` are department names in the package; `year` applies to days without one if the title names none; `chosen` is
 * the plan's year according to the user and overrides the title.
 */
export function readPlan(text: string, known: readonly string[], year: number, chosen?: number): PlanReading {
  const of: PlanText = { text, plain: plainForm(text) }
  const responsibilities = responsibilitiesIn(of, { start: 0, end: text.length }, known)
  const { begins, clauses, next, faults } = outlineOf(
    text,
    responsibilities.map(({ start }) => start),
  )
  const head = headOf(of, begins)
  const lastYear = chosen ?? head.year ?? year
  // A winter plan covers two years.
  const years = (head.year ?? 0) - (head.firstYear ?? 0)
  const time: PlanYears = { firstYear: lastYear - years, lastYear, issued: head.issued }
  let at = 0
  return {
    text,
    head,
    next,
    faults,
    rows: rowsIn(of, { start: 0, end: next ?? text.length }, time, known),
    clauses: clauses.map((clause): ReadClause => {
      const { words, end } = clause
      while (at < responsibilities.length && responsibilities[at]!.start < clause.start) at++
      const from = at
      while (at < responsibilities.length && responsibilities[at]!.start < end) at++
      const own = responsibilities.slice(from, at)
      const span = { start: words, end }
      const deadlines = deadlinesIn(of, span, time, own)
      const recurrences = recurrencesIn(of, span, own)
      const taken = [...own, ...deadlines]
      const figures = figuresIn(of, span, taken)
      return { ...clause, responsibilities: own, deadlines, recurrences, figures }
    }),
  }
}
