import { dayNumber, formatDay, type IsoDay, lastDayOf } from '@/domain/calendar'
import type { Recurrence } from '@/domain/rules/clause'
import { aboutPlace } from './phrase'
import { type PlanText, type Span, spansOverlap, textOfSpan } from './plan-text'

/** Why a deadline should be reviewed before it is accepted. */
export type DeadlineDoubt =
  /** The plan covers several years, and the day has no year. */
  | 'year-guessed'
  /** The day is before the plan's issue. */
  | 'before-issue'
  /** 年内启动, 力争年内: nothing has to be finished by then. */
  | 'not-finished'
  /** A day from which something applies, or it is unclear whether "by" or "from". */
  | 'from-day'
  /** 5月前: taken as the last day of the month before. */
  | 'before-month'
  /** 采暖季前: the plan does not say which day that is. */
  | 'no-day'

/** A deadline in a clause. */
export interface FoundDeadline extends Span {
  /** Null if the plan names no day. */
  readonly day: IsoDay | null
  /** What is to be done by then, in the plan's words. */
  readonly what: string
  readonly doubt: DeadlineDoubt | null
}

export interface FoundRecurrence extends Span {
  readonly every: Recurrence
  readonly what: string
}

/** Years of a plan, and its day of issue. */
export interface PlanYears {
  readonly firstYear: number
  readonly lastYear: number
  readonly issued: IsoDay | null
}

const BEFORE = '(?:[之以]?前|为止)?'
const DAYS = new RegExp(
  [
    `(?:(20\\d\\d)年)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})日|(底|末|上旬|中旬|下旬)|(?=[之以]?前))${BEFORE}`,
    `(?:(20\\d\\d)年)?(?:第)?([一二三四1-4])季度(?:末|底)?[之以]?前`,
    `(20\\d\\d|[今本当全])?年(底|末|内|终)${BEFORE}`,
    '(上半年|[采供]暖[季期][之以]?前)',
    '到(20\\d\\d)年(?=[,，])',
  ].join('|'),
  'g',
)
/** Matches words before 年 that do not mean this year: 三年内, 每年底. */
const NOT_THIS_YEAR = /[\d一二三四五六七八九十两几每近历多]$/
/** 明年6月, 次年底: the year after the one last named in the sentence, otherwise after the plan's; not 说明年底. */
const NEXT_YEAR = /(?:(?<![说证声表查])明|[次翌]|下一)(年)?$/
const FINISHED = /完成|建成|达到|达|实现|淘汰|完毕|到位|取缔|清零|拆除|关停|退出|验收/
const ONLY_BEGUN = /启动|开工|力争|争取|取得|推进/

const TENTHS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 }
const QUARTERS = '一二三四'

interface Day {
  readonly day: IsoDay | null
  readonly doubt: DeadlineDoubt | null
}

const monthText = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`

function dayOf(year: number, month: number, written: string | undefined, part: string | undefined): IsoDay | null {
  if (month < 1 || month > 12) return null
  const day = written === undefined ? TENTHS[part ?? ''] : Number(written)
  if (day === undefined) return lastDayOf(monthText(year, month))
  const number = dayNumber(year, month, day)
  return number === null ? null : formatDay(number)
}

/** Year of a month without one: winter plans begin in one year and end in the next. */
const guessYear = ({ firstYear, lastYear }: PlanYears, month: number) =>
  lastYear - firstYear === 1 && month >= 7 ? firstYear : lastYear

/**
 * Deadlines of a clause, with what is due. Days without a year are in the year last named in the sentence, otherwise in
 * the plan's.
 */
export function deadlinesIn(
  planText: PlanText,
  clause: Span,
  time: PlanYears,
  without: readonly Span[],
): FoundDeadline[] {
  const { plain } = planText
  const found: FoundDeadline[] = []
  let named: { readonly year: number; readonly at: number } | null = null
  const words = textOfSpan(plain, clause)
  for (const match of words.matchAll(DAYS)) {
    const span = { start: clause.start + match.index, end: clause.start + match.index + match[0].length }
    if (without.some((each) => spansOverlap(each, span))) continue
    const before = plain.slice(Math.max(clause.start, span.start - 8), span.start)
    const sameSentence: boolean = named !== null && !/[。;\n]/.test(plain.slice(named.at, span.start))
    const written = [match[1], match[5], match[7], match[10]].map(Number).find((each) => each > 0)
    const year: number | undefined = written ?? nextYear(match[0], before, sameSentence ? named!.year : time.lastYear)
    if (year) named = { year, at: span.end }
    const what = aboutPlace(planText, clause, span)
    const read = readMatch(match, before, year ?? (sameSentence ? named!.year : null), time, what.after)
    if (read) found.push({ ...span, ...read, what: what.text, doubt: read.doubt ?? issueDoubt(read.day, time) })
  }
  return found
}

/**
 * Returns the following year if the words before a day say so; if the matched text begins with 年, that 年 belongs to
 * those words.
 */
function nextYear(said: string, before: string, year: number): number | undefined {
  const next = NEXT_YEAR.exec(before)
  return next && said.startsWith('年') === (next[1] === undefined) ? year + 1 : undefined
}

const issueDoubt = (day: IsoDay | null, { issued }: PlanYears): DeadlineDoubt | null =>
  day !== null && issued !== null && day < issued ? 'before-issue' : null

function readMatch(
  match: RegExpExecArray | RegExpMatchArray,
  before: string,
  year: number | null,
  time: PlanYears,
  after: string,
): Day | null {
  const [said, , month, day, part, , quarter, , yearPart, other] = match
  const isGuessed = year === null && time.firstYear !== time.lastYear
  const guessed: DeadlineDoubt | null = isGuessed ? 'year-guessed' : null
  if (month !== undefined) {
    const number = Number(month)
    const own = year ?? guessYear(time, number)
    const isBeforeMonth = day === undefined && part === undefined
    if (isBeforeMonth) {
      const [previous, of] = number === 1 ? [12, own - 1] : [number - 1, own]
      return { day: dayOf(of, previous, undefined, undefined), doubt: 'before-month' }
    }
    const value = dayOf(own, number, day, part)
    if (value === null) return null
    const isBy = part !== undefined || said!.endsWith('前') || said!.endsWith('为止')
    return { day: value, doubt: isBy ? guessed : 'from-day' }
  }
  if (quarter !== undefined) {
    const number = QUARTERS.includes(quarter) ? QUARTERS.indexOf(quarter) + 1 : Number(quarter)
    return { day: lastDayOf(monthText(year ?? guessYear(time, number * 3), number * 3)), doubt: guessed }
  }
  if (yearPart !== undefined) {
    if (year === null && NOT_THIS_YEAR.test(before)) return null
    const day = `${year ?? time.lastYear}-12-31`
    if (yearPart !== '内') return { day, doubt: guessed }
    return { day, doubt: FINISHED.test(after) && !ONLY_BEGUN.test(after + before.slice(-4)) ? guessed : 'not-finished' }
  }
  if (other === '上半年') return { day: `${year ?? time.lastYear}-06-30`, doubt: guessed }
  if (other !== undefined) return { day: null, doubt: 'no-day' }
  return { day: `${year}-12-31`, doubt: null }
}

const OFTEN = /每个?(季度|季|半年|月|周|星期|日|天|年)(?!均)|逐(月|季|日|年)|(长期(?:坚持|推进|任务)|常态化)/g
const EVERY: Readonly<Record<string, Recurrence>> = {
  季度: 'quarter',
  季: 'quarter',
  半年: 'half-year',
  月: 'month',
  周: 'week',
  星期: 'week',
  日: 'day',
  天: 'day',
  年: 'year',
}

/** Recurring tasks of a clause: 每季, 逐月, 长期. */
export function recurrencesIn(planText: PlanText, clause: Span, without: readonly Span[]): FoundRecurrence[] {
  return [...textOfSpan(planText.plain, clause).matchAll(OFTEN)].flatMap((match): FoundRecurrence[] => {
    const span = { start: clause.start + match.index, end: clause.start + match.index + match[0].length }
    if (without.some((each) => spansOverlap(each, span))) return []
    const every = EVERY[match[1] ?? match[2] ?? ''] ?? 'standing'
    return [{ ...span, every, what: aboutPlace(planText, clause, span).text }]
  })
}
