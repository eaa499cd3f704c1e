import { plainText } from '@/domain/sources/reading/cell'

/** A share of what is required, with its sign or as a fraction, as a spreadsheet stores `85%`; 1 and 0 are plain marks. */
const PERCENTAGE = /^(\d{1,3}(?:\.\d+)?) *%$/
const FRACTION = /^(?:0?\.\d+|1\.0+)$/

/** Parses a share of what is required, in percent: `85%`, `0.85`, `百分之百`; null if it is none. */
export function parsePercentage(cell: string): number | null {
  if (cell.length > 20) return null
  const text = plainText(cell)
  if (text === '百分之百') return 100
  const stated = PERCENTAGE.exec(text)?.[1]
  if (stated !== undefined) return Number(stated)
  // Without the noise of the multiplication: 0.57 × 100 is 56.99999999999999.
  return FRACTION.test(text) ? Number((Number(text) * 100).toPrecision(12)) : null
}

/** Up to which percentage a person said that a column's are no, and from which on they are yes. */
export interface AnsweredPercentages {
  readonly no: number
  readonly yes: number
}

/** What answers about single percentages say of others; null without any. */
export function answeredPercentages(
  answers: Iterable<readonly [word: string, isYes: boolean]>,
): AnsweredPercentages | null {
  let [no, yes] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [word, isYes] of answers) {
    const share = parsePercentage(word)
    if (share === null) continue
    if (isYes) yes = Math.min(yes, share)
    else no = Math.max(no, share)
  }
  return no === Number.NEGATIVE_INFINITY && yes === Number.POSITIVE_INFINITY ? null : { no, yes }
}

/**
 * How a percentage of a field is read. `wanted`: whether requirements ask for yes; undefined if they say nothing. What
 * must be whole (六个百分之百) is met at 100 % and not below. What a person said goes first: less than a no is no, more
 * than a yes is yes, and what lies between them, or follows from contradictory answers, is not read.
 */
export function readPercentage(
  share: number,
  wanted: boolean | undefined,
  answered: AnsweredPercentages | null,
): boolean | null {
  const isContradictory = answered !== null && answered.no >= answered.yes
  if (answered && !isContradictory) {
    if (share <= answered.no) return false
    if (share >= answered.yes) return true
  }
  // Under what must not be, the whole may mean that it never is, or that it always is.
  if (wanted === false || share > 100) return null
  if (share === 100) return true
  if (wanted === undefined) return share === 0 ? false : null
  const isBetween = answered !== null && answered.yes < 100 && answered.no !== Number.NEGATIVE_INFINITY
  return isContradictory || isBetween ? null : false
}
