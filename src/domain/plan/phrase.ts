import { type PlanText, type Span, textOfSpan, trimmed } from './plan-text'

// A bar separates the cells of a table row.
const SENTENCE_END = /[。;|\n]/
const PHRASE_END = /[,。;:|\n]/

/** Longest phrase; text without punctuation is cut here. */
const MAX_PHRASE = 200

/**
 * The text around a place up to the nearest signs, within a span. A comma between digits separates thousands, not
 * phrases.
 */
function around(plain: string, { start, end }: Span, place: Span, sign: RegExp): Span {
  const isEnd = (at: number) =>
    sign.test(plain[at]!) &&
    !(plain[at] === ',' && /\d/.test(plain[at - 1] ?? '') && /^\d{3}(?!\d)/.test(plain.slice(at + 1, at + 5)))
  const first = Math.max(start, place.start - MAX_PHRASE)
  const last = Math.min(end, place.end + MAX_PHRASE)
  let from = place.start
  while (from > first && !isEnd(from - 1)) from--
  let to = place.end
  while (to < last && !isEnd(to)) to++
  return { start: from, end: to }
}

export const phraseAround = (plain: string, clause: Span, place: Span): Span => around(plain, clause, place, PHRASE_END)
export const sentenceAround = (plain: string, clause: Span, place: Span): Span =>
  around(plain, clause, place, SENTENCE_END)

/** Longest quotation of the plan, in characters. */
const MAX_QUOTED = 60
/** Phrases that only say that something is completed; what it is precedes them. */
const ONLY_DONE =
  /^(?:要|须|需|应|将)?(?:基本|全部|全面)?(?:(?:完成|完毕|到位|结束|实现)(?:整治|治理|整改|改造|建设|任务|工作)?)?$/

/** The plan's words in a span, on one line and shortened if too long. */
export function quoted({ text, plain }: PlanText, span: Span): string {
  const words = textOfSpan(text, trimmed(plain, span)).replace(/\s+/g, ' ')
  return words.length > MAX_QUOTED ? `${words.slice(0, MAX_QUOTED - 1)}…` : words
}

/** Words with an activity of their own, such as 完成整治, are separated from their object by a comma. */
const WITH_DEED = /(?:整治|治理|整改|改造|建设|任务|工作)$/

/** 登记率达到95%以上，8月底前完成: "completed by its day" applies to every task. */
const BARELY_DONE = /^(?:要|须|需|应|将)?(?:基本|全部|全面)?(?:完成|完毕|到位|结束|实现)$/
/** A phrase with a day of its own: 年内启动改造，2024年10月底前完成. */
const DAY_BEFORE = /^(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|年[内底])(?:[之以]?前)?/
/** Matches phrases that say how something is done, not what. */
const HOW = /^(?:参照|按照|依照|对照|根据|依据|结合|通过)/

const isCell = (plain: string, { start, end }: Span) => plain[start - 1] === '|' || plain[end] === '|'

/** Subject of a table row: the first other cell with words; '' if there is none. */
export function nameOfRow(planText: PlanText, clause: Span, cell: Span): string {
  const row = around(planText.plain, clause, cell, /\n/)
  let start = row.start
  for (const words of textOfSpan(planText.plain, row).split('|')) {
    const span = { start, end: start + words.length }
    start = span.end + 1
    if (span.start !== cell.start && /\p{Script=Han}{2}/u.test(words)) return quoted(planText, span)
  }
  return ''
}

/**
 * What a day refers to: the rest of its phrase; the next phrase if the day stands alone; the previous one if the rest
 * only says that it is completed by then.
 */
export function aboutPlace(
  planText: PlanText,
  clause: Span,
  place: Span,
): { readonly text: string; readonly after: string } {
  const { plain } = planText
  const sentence = sentenceAround(plain, clause, place)
  const phrase = phraseAround(plain, sentence, place)
  const after = { start: place.end, end: phrase.end }
  const rest = quoted(planText, after)
  if (!ONLY_DONE.test(rest)) return { text: rest, after: rest }
  const ofRow = isCell(plain, sentence) ? nameOfRow(planText, clause, sentence) : ''
  if (ofRow !== '' && textOfSpan(plain, { start: sentence.start, end: place.start }).trim() === '')
    return { text: ofRow, after: rest }
  const isAlone = rest === ''
  if (isAlone && phrase.end < sentence.end) {
    const behind = (end: number) => phraseAround(plain, sentence, { start: end + 1, end: end + 1 })
    const first = behind(phrase.end)
    const next = HOW.test(textOfSpan(plain, first)) && first.end < sentence.end ? behind(first.end) : first
    const text = quoted(planText, next)
    return { text, after: text }
  }
  const lead = quoted(planText, { start: phrase.start, end: place.start })
  if (lead !== '' && !/^(?:力争|确保|于|在|到|至)$/.test(lead)) return { text: lead + rest, after: rest }
  if (phrase.start <= sentence.start) return { text: rest, after: rest }
  const before = phraseAround(plain, sentence, { start: phrase.start - 1, end: phrase.start - 1 })
  const said = quoted(planText, { start: before.start, end: phrase.start - 1 })
  const what = said.replace(DAY_BEFORE, '')
  const isOfOtherDay = what !== said
  if (BARELY_DONE.test(rest) && what !== '' && !isOfOtherDay) return { text: what, after: rest }
  return { text: what + (isOfOtherDay || WITH_DEED.test(rest) ? '，' : '') + rest, after: rest }
}
