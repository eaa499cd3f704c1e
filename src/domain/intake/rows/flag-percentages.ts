import { plainText } from '@/domain/sources/reading/cell'

/**
 * A share of what is required, with its sign or as a fraction, as a spreadsheet stores `85%`; 1 and 0 are plain marks, and
 * so are 1.0 and 0.00.
 */
const PERCENTAGE = /^(\d{1,3}(?:\.\d+)?) *%$/
const FRACTION = /^0?\.\d*[1-9]\d*$/

/** A number below a heading that has the sign: `85`, `99.5`. */
const BARE = /^\d{1,3}(?:\.\d+)?$/
/** A heading that says that its numbers are percent; 六个100% says it of none, and 围挡100% asks for a yes. */
const SAYS_PERCENT = /[([]\s*(?:单位[:,]?)?%\s*[)\]]|百分比|(?:^|[^\d\s])\s*%$/

/** Whether a heading says that the numbers below it are percent: 围挡（%）. */
export const saysPercent = (heading: string): boolean => SAYS_PERCENT.test(plainText(heading))

/** Whether a bare number below a heading that says percent can only be one: 1 may as well be a mark. */
export const isBarePercentage = (cell: string): boolean => {
  const text = plainText(cell)
  return BARE.test(text) && Number(text) > 1
}

/**
 * Parses a share of what is required, in percent: `85%`, `0.85`, `百分之百`; null if it is none. `isBare`: whether the column
 * has numbers without their sign, so that 85 is 85 %.
 */
export function parsePercentage(cell: string, isBare = false): number | null {
  if (cell.length > 20) return null
  const text = plainText(cell)
  if (text === '百分之百') return 100
  const stated = PERCENTAGE.exec(text)?.[1]
  if (stated !== undefined) return Number(stated)
  if (isBare && isBarePercentage(text)) return Number(text)
  // Without the noise of the multiplication: 0.57 × 100 is 56.99999999999999.
  return FRACTION.test(text) ? Number((Number(text) * 100).toPrecision(12)) : null
}

/** What is measured beside a requirement, how well equipment works, and shares of what fails: 围挡长度, 在线率, 破损率. */
const OTHER_SHARE =
  /长度|宽度|高度|厚度|面积|里程|距离|体积|方量|数量|[个台处]数|在线率|上线率|传输率|联网率|有效率|整改|破损|损坏|缺失|缺口|未/
/** A unit of measure behind a heading: 围挡（km）. */
const UNIT = /[([](?:万?平方米|万?平方|公里|千米|米|公顷|亩|立方米|方|吨|k?m[23²³]?|万?㎡|hm2|ha|t)[)\]]$/i

/** Whether percentages and fractions below a heading are not shares of what is required. */
export function namesOtherShare(heading: string): boolean {
  const text = plainText(heading)
  return OTHER_SHARE.test(text) || UNIT.test(text)
}

/** Up to which percentage a person said that a column's are no, and from which on they are yes. */
export interface AnsweredPercentages {
  readonly no: number
  readonly yes: number
}

/** What answers about single percentages say of others; null without any. */
export function answeredPercentages(
  answers: Iterable<readonly [word: string, isYes: boolean]>,
  isBare: boolean,
): AnsweredPercentages | null {
  let [no, yes] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [word, isYes] of answers) {
    const share = parsePercentage(word, isBare)
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
  if (share > 100) return null
  const isContradictory = answered !== null && answered.no >= answered.yes
  if (answered && !isContradictory) {
    if (share <= answered.no) return false
    if (share >= answered.yes) return true
  }
  // Under what must not be, the whole may mean that it never is, or that it always is.
  if (wanted === false) return null
  if (share === 100) return true
  if (wanted === undefined) return share === 0 ? false : null
  const isBetween = answered !== null && answered.yes < 100 && answered.no !== Number.NEGATIVE_INFINITY
  return isContradictory || isBetween ? null : false
}
