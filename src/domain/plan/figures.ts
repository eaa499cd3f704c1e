import type { PlanTarget } from '@/domain/rules/clause'
import { phraseAround, quoted, sentenceAround } from './phrase'
import { type PlanText, type Span, spansOverlap, textOfSpan } from './plan-text'
import { isCount, isTime, UNIT_PATTERN, writtenUnit } from './units'

/** Why a figure should be reviewed before it is accepted. */
export type FigureDoubt =
  /** It is unclear whether more or less is wanted. */
  | 'no-direction'
  /** 左右: an approximate value is enough. */
  | 'about'
  /** 高于, 低于: the figure itself is excluded, which a target can't express. */
  | 'strict'
  /** One of a list whose direction is stated only before the first. */
  | 'of-a-list'

/** Use of a figure: a target to reach, or a condition that defines what a task applies to. */
export type FigureUse = 'target' | 'condition'

export interface FoundFigure extends Span {
  readonly use: FigureUse
  readonly what: string
  readonly comparison: PlanTarget['comparison']
  readonly value: number
  readonly unit: string
  readonly doubt: FigureDoubt | null
}

const FIGURE = new RegExp(
  `(?<![\\dA-Za-z.第号:/-])(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,6})?\\s{0,2}(${UNIT_PATTERN})`,
  'g',
)

type Comparison = PlanTarget['comparison']
interface Direction {
  readonly comparison: Comparison
  readonly doubt: FigureDoubt | null
  /** Start of the direction words, relative to the text before the figure. */
  readonly at: number
  /** Whether the direction words belong to the subject: 下降 15%. */
  readonly isMeant: boolean
}

const TO = '(?:到|至|在|为|约|近)?\\s*$'
const REACHED = '(?:达|提升|提高|增加|增长|上升|扩大|恢复|保持|稳定|力争|完成)'
/** Direction words before a figure; the first match counts. */
const BEFORE: readonly (readonly [words: RegExp, comparison: Comparison, doubt: FigureDoubt | null, isMeant?: true])[] =
  [
    [new RegExp(`不(?:得|能|应|可)?(?:低|少|小)于${TO}`), '≥', null],
    [new RegExp(`不(?:得|能|应|可)?(?:高于|超过|大于|多于|超出|突破|高过)${TO}`), '≤', null],
    [new RegExp(`(?:至少|最少)\\s*(?:为|有|达)?${TO}`), '≥', null],
    [new RegExp(`(?:至多|最多)${TO}`), '≤', null],
    // 至少清洗 2次: the activity is in between.
    [/(?:至少|最少)[\p{Script=Han}]{1,4}$/u, '≥', null, true],
    [/(?:至多|最多)[\p{Script=Han}]{1,4}$/u, '≤', null, true],
    [/(?:降|下降|降低|压减|削减|减少|控制|压缩|压降)(?:到|至|在)\s*$/, '≤', null],
    [new RegExp(`(?:高于|大于|多于|超过)${TO}`), '≥', 'strict'],
    [new RegExp(`(?:低于|小于|少于)${TO}`), '≤', 'strict'],
    [new RegExp(`${REACHED}(?:到|至)\\s*$`), '≥', null],
    [/达(?:到)?\s*$/, '≥', null],
    [/(?:下降|降低|减少|削减|压减|增长|提高|提升|增加|改善)\s*$/, '≥', null, true],
  ]

/** The direction stated by the words before a figure. */
function directionIn(before: string): Direction | null {
  for (const [words, comparison, doubt, isMeant = false] of BEFORE) {
    const found = words.exec(before)
    if (found) return { comparison, doubt, at: found.index, isMeant }
  }
  return null
}

const UPWARDS = /^\s*(?:\(含\))?(?:及|或)?以上/
const DOWNWARDS = /^\s*(?:\(含\))?(?:(?:及|或)?以下|以内|之内)/
/** After these words a figure is a condition: 35 蒸吨及以下的锅炉, 超过3个月的. */
const NAMES_THINGS = /^的?[\p{Script=Han}A-Za-z(]/u
const ENDS = /^\s*(?:[,。;:)、\n]|$)/
/** Verbs for counted things. */
const DOES =
  /(?:完成|新增|申报|建成|建设|创建|淘汰|改造|安装|更新|培育|抽测|抽检|抽查|整治|治理|打造|新建|推广|替代|关停|退出|实施|购置|拆除|关闭|清理|创成|开展)/
const AREA = /^\s*(?:范围|半径|以外)/
/** Leading words that are not part of the subject. */
const LEADING =
  /^(?:[、和及与…〕）]|督促|指导|推动|严格落实|落实|确保|力争|使|基本|全市|其中|到?20\d\d年底?前?|\d{1,2}月底?前?|年底前?|在|对|将|每天至少|为)+/

const TRAILING = /(?:要|应|须|需|原则上|力争)$/

const numberIn = (whole: string, decimals = '') => Number(whole.replaceAll(',', '') + decimals)

interface Place {
  readonly of: PlanText
  readonly clause: Span
  readonly span: Span
  readonly previous: FoundFigure | null
}

/** Separators of counted things in a phrase. */
const PARTS = /[、及和与]/

/**
 * The text before a figure in its phrase, after the previous figure. A previous figure that is only a condition,
 * without a separator in between, is included: 市区周边25公里范围内 316家 企业.
 */
function beforeFigure({ of: { plain }, clause, span, previous }: Place): Span {
  const { start } = phraseAround(plain, clause, span)
  if (!previous || previous.end <= start) return { start, end: span.start }
  const isTold = previous.use === 'condition' && !PARTS.test(plain.slice(previous.end, span.start))
  if (!isTold) return { start: previous.end, end: span.start }
  const before = plain.slice(start, previous.start)
  const parted = [...before].findLastIndex((sign) => PARTS.test(sign))
  return { start: start + parted + 1, end: span.start }
}

/** The plan's words for a figure's subject, without leading words. */
function meant(planText: PlanText, span: Span): string {
  return quoted(planText, span)
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(/(?:至少|最少|至多|最多)(?=[\p{Script=Han}]{1,4}$)/u, '')
    .replace(/进行(?=[\p{Script=Han}]{2})/u, '')
    .trim()
}

/** The previous phrase, for a figure whose own phrase lacks a subject: 渣土车…, 比例不得低于 20%. */
function earlierPhrase(planText: PlanText, clause: Span, start: number): string {
  const sentence = sentenceAround(planText.plain, clause, { start, end: start })
  if (start - 1 <= sentence.start) return ''
  const phrase = phraseAround(planText.plain, sentence, { start: start - 1, end: start - 1 })
  return meant(planText, { start: phrase.start, end: start - 1 })
}

const MAX_SUBJECT = 4

function subjectOf(place: Place, before: Span, direction: Direction): string {
  const end = direction.isMeant ? before.end : before.start + direction.at
  const own = meant(place.of, { start: before.start, end })
  if (own.length > MAX_SUBJECT) return own
  const earlier = earlierPhrase(place.of, place.clause, before.start)
  return earlier === '' ? own : `${earlier}${own}`
}

/** 完成 5个 深度治理项目: the activity and what is counted. */
function countedOf({ of, clause, span }: Place, before: Span, verb: number): string {
  const deed = meant(of, { start: before.start + verb, end: before.end })
  // 完成 alone does not describe the activity.
  return `${deed.replace(/^完成(?=[\p{Script=Han}]{2})/u, '')}${nounBehind({ of, clause, span })}`
}

const MAX_NOUN = 24
/** Ends the counted noun: a bracket, another thing, or a verb. */
const BEHIND_NOUN = /[(及]|(?<=[\p{Script=Han}]{2})(?:对标|实施|开展|进行|纳入|列入|达到|予以|全部|均)/u

/** The counted noun: 5个 深度治理项目, 不低于6次 的洒水抑尘. */
function nounBehind({ of, clause, span }: Pick<Place, 'of' | 'clause' | 'span'>): string {
  const { end } = phraseAround(of.plain, clause, span)
  const last = Math.min(end, span.end + MAX_NOUN)
  const words = textOfSpan(of.plain, { start: span.end, end: last })
  const stop = words.search(BEHIND_NOUN)
  return quoted(of, { start: span.end, end: stop < 0 ? last : span.end + stop }).replace(/^的/, '')
}

function readFigure(place: Place, unit: string): Omit<FoundFigure, 'start' | 'end' | 'value' | 'unit'> | null {
  const { of, clause, span, previous } = place
  const { plain } = of
  const before = beforeFigure(place)
  const words = textOfSpan(plain, before)
  const { end } = phraseAround(plain, clause, span)
  const after = textOfSpan(plain, { start: span.end, end: Math.min(end + 1, clause.end) })
  const suffix = UPWARDS.exec(after) ?? DOWNWARDS.exec(after)
  const behind = after.slice(suffix?.[0].length ?? 0)
  const about = /^\s*左右/.test(after)
  const direction = directionIn(words)
  const around = () => quoted(of, phraseAround(plain, clause, span))
  if (suffix && NAMES_THINGS.test(behind) && !/达|控制|提升|提高|增加/.test(words.slice(direction?.at ?? words.length)))
    return { use: 'condition', what: around(), comparison: UPWARDS.test(after) ? '≥' : '≤', doubt: null }
  if (direction?.doubt === 'strict' && /^的/.test(behind))
    return { use: 'condition', what: around(), comparison: direction.comparison, doubt: null }
  const isUp = UPWARDS.test(after)
  if (direction) {
    const comparison = suffix && !direction.isMeant ? (isUp ? '≥' : '≤') : direction.comparison
    const doubt = about ? 'about' : suffix ? null : direction.doubt
    const what = /^的/.test(behind) ? nounBehind(place) : subjectOf(place, before, direction)
    return { use: 'target', what, comparison, doubt }
  }
  if (suffix && ENDS.test(behind))
    return { use: 'target', what: meant(of, before) || around(), comparison: isUp ? '≥' : '≤', doubt: null }
  if (isTime(unit)) return null
  if (AREA.test(after)) return { use: 'condition', what: around(), comparison: '≤', doubt: 'no-direction' }
  const verb = DOES.exec(words)
  if (verb)
    return { use: 'target', what: countedOf(place, before, verb.index), comparison: '≥', doubt: about ? 'about' : null }
  const isNext = previous !== null && /^\s*[、和及与~-]\s*$/.test(words)
  const isAlike =
    previous?.use === 'target' && sameSentence(plain, previous, span) && previous.unit === writtenUnit(unit)
  if (previous && (isNext || isAlike))
    return { use: previous.use, what: countedOf(place, before, 0), comparison: previous.comparison, doubt: 'of-a-list' }
  if (unit !== '%' && !isCount(unit)) return null
  const what = isCount(unit) ? countedOf(place, before, 0) : ''
  return { use: 'target', what: what || around(), comparison: '=', doubt: 'no-direction' }
}

const sameSentence = (plain: string, a: Span, b: Span) =>
  b.start - a.end < 200 && !/[。;\n]/.test(plain.slice(a.end, b.start))

/**
 * Numbers with a unit in a clause, with their use and direction. Numbers of standards, ordinals, times and dates are
 * excluded; `without` are spans that were read as something else.
 */
export function figuresIn(planText: PlanText, clause: Span, without: readonly Span[]): FoundFigure[] {
  const found: FoundFigure[] = []
  for (const match of textOfSpan(planText.plain, clause).matchAll(FIGURE)) {
    const [said, whole, decimals, unit] = match
    const start = clause.start + match.index
    const span = { start, end: start + said.length }
    if (without.some((each) => spansOverlap(each, span))) continue
    if (isOnlyOften(planText, clause, span, numberIn(whole!, decimals), unit!)) continue
    const read = readFigure({ of: planText, clause, span, previous: found.at(-1) ?? null }, unit!)
    if (read) found.push({ ...span, ...read, value: numberIn(whole!, decimals), unit: writtenUnit(unit!) })
  }
  return found.map((figure, i) => ({ ...figure, what: named(planText, clause, figure, found[i - 1]) }))
}

const QUOTED = /[“"「]([^“”"「」]{2,20})[”"」]/g
/** Ends with a place, without saying what is measured there. */
const ONLY_PLACE = /(?:城区|建成区|市区|县城|城镇|农村|地区|县（?市）?|区县|园区)$/
/** What is measured, after its place. */
const MEASURED_THERE = /(?:城区|建成区|市区|县城|城镇|农村|地区|全市)(.{2,12}(?:率|比例|占比|比重))$/

/** Names a number of times by its period: 每天不低于 6次 的洒水抑尘 is the number per day. */
function often(phrase: string, what: string): string {
  const every = /每([天日周月季年])/.exec(phrase)?.[1]
  if (every === undefined || what === '') return what
  const counted = /次数$/.test(what) ? what : `${what}次数`
  return /每/.test(counted) ? counted : `每${every === '天' ? '日' : every}${counted}`
}

/** Whether a figure only states an interval, which is read as such: 每季度清洗 1次. Times per day are figures. */
function isOnlyOften({ plain }: PlanText, clause: Span, { start, end }: Span, value: number, unit: string): boolean {
  if (unit !== '次' || value !== 1) return false
  const phrase = phraseAround(plain, clause, { start, end })
  return /每个?(?:季度?|半年|月|周|星期|年)(?!均)/.test(textOfSpan(plain, { start: phrase.start, end: start }))
}

/**
 * Name of a figure: the quotation that contains it, if any; a share of a place without a subject takes that of the
 * previous figure.
 */
function named(
  planText: PlanText,
  clause: Span,
  { start, end, what, unit }: FoundFigure,
  before?: FoundFigure,
): string {
  const phrase = phraseAround(planText.plain, clause, { start, end })
  for (const found of textOfSpan(planText.text, phrase).matchAll(QUOTED)) {
    const from = phrase.start + found.index
    if (from < start && end < from + found[0].length) return found[1]!
  }
  if (unit === '次') return often(textOfSpan(planText.plain, phrase), what)
  if (unit !== '%' || before?.unit !== '%' || !sameSentence(planText.plain, before, { start, end })) return what
  const measured = ONLY_PLACE.test(what) ? MEASURED_THERE.exec(before.what)?.[1] : undefined
  return what + (measured ?? '')
}
