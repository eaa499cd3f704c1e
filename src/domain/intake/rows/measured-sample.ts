import type { Month } from '@/domain/calendar'
import { countedBelowDetection, publishedValue, saysBelowDetection } from '@/domain/dustfall/below-detection'
import { saysNothing } from '@/domain/dustfall/remark'
import { roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import { DETECTION_LIMIT, sampleDustfall, wholeSample } from '@/domain/dustfall/sample'
import {
  isAbsentMark,
  isBelowDetection,
  parseFlag,
  parseLooseNumber,
  parseNumber,
  plainText,
} from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'

/**
 * Fields of a weighed sample: grams of the crucible ("dish"), of the crucible with dust and of a blank, the cylinder's
 * mouth, and the days of exposure.
 */
export const WEIGHING = ['dishGrams', 'dustedGrams', 'blankGrams', 'mouthCm', 'mouthCm2', 'days'] as const
/** Remarks that void a month. If there is a value beside one, it is unclear whether it counts. */
const VOIDING = /被盗|丢失|遗失|损毁|损坏|破损|破碎|打翻|倾倒|倾覆|人为|干扰|作废|无效|缺测|未采|不参与|不计入|被移/
/** More words for why a month has no value. */
const FAILED =
  /故障|异常|检修|维修|停电|断电|停运|停用|停测|停止|暂停|未测|未监测|未送|无样|缺样|缺失|不足|拆除|拆迁|迁移|搬迁|移位|撤销|沙尘|剔除|污染(?!源)|封控|疫情|无法|漏/
/** Numbers of months in a remark, each of several too: `2、3月`. */
const MONTHS = /\d{1,2}(?=(?:\s*[、,和与及]\s*\d{1,2})*\s*月)/g

/** Whether a cell is empty of information: a dash, `null`, a spreadsheet error. 缺测 is not: it gives a reason. */
export const hasNoInformation = (cell: string) =>
  cell === '' || cell.startsWith('#') || (isAbsentMark(cell) && !/\p{Script=Han}/u.test(cell))

/** That something did not happen: `无异常`, `未见破损`. */
const NOTHING = /(?:无|未见|未发现|没有)(?:明显|任何|人为)?(?:异常|故障|破损|损坏|缺失|干扰|污染)(?:情况|现象)?/g

/** A remark without what it says did not happen. */
const happened = (remark: string) =>
  plainText(remark)
    .replace(NOTHING, '')
    .replace(/[\s,;、。]+$/, '')

/** Whether a remark gives a reason for a month without a value. */
const isReason = (remark: string) => !hasNoInformation(remark) && !saysNothing(happened(remark))

/** Whether a text says why there is no value, in words and not only by being there: `缸破损`, not `国控点`. */
const saysWhy = (text: string) => VOIDING.test(happened(text)) || FAILED.test(happened(text))

/** Whether a cell for a figure says in words that there was no measurement: `停测`, `缸破损`. */
export const saysNotMeasured = (cell: string) => !/\d/.test(plainText(cell)) && saysWhy(plainText(cell))

/**
 * What stands in place of a figure, with the remark beside it: `停测（设备检修）`; the remark alone if it has the same
 * word, or if what stands there gives no reason (`6.5*`).
 */
export function wordWithRemark(word: string, remark: string): string {
  if (!isReason(remark)) return word
  if (!saysWhy(word)) return remark
  return remark.includes(word) ? remark : `${word}（${remark}）`
}

/**
 * Whether a remark on a whole row gives the reason of the only month without a value: it says why, and names no other
 * month.
 */
export function isReasonOfGap(remark: string, month: Month): boolean {
  const text = plainText(remark)
  const named = [...text.matchAll(MONTHS)].map(([number]) => Number(number))
  return isReason(remark) && saysWhy(text) && (named.length === 0 || named.includes(Number(month.slice(5))))
}

/** Whether a text is a number that can't be read (`6.5*`), which a person should write again, and no reason: `5日停电`. */
const isUnread = (text: string) => /\d/.test(plainText(text)) && !saysWhy(text)

/** Parses a laboratory value; below the detection limit it is 0. Null if there is no number. */
export function numberOf(cell: string): number | null {
  if (isBelowDetection(cell)) return 0
  return parseNumber(cell) ?? parseLooseNumber(cell)
}

/** Refuses a row whose cell has "<" before a number above the detection limit, which says nothing. */
export function isBelowLimit(hand: CurrentRow, cell: string, column: string): boolean {
  if (!isBelowDetection(cell) || saysBelowDetection(cell)) return true
  return hand.refuse({ code: 'not-below-detection', seen: cell, expected: `≤ ${DETECTION_LIMIT}` }, column)
}

/**
 * Stores a value below the detection limit as 0 with its text; without one, the text that an earlier export states.
 * Returns whether the value is below the limit.
 */
function storeBelowDetection(hand: CurrentRow, given: string): boolean {
  if (isBelowDetection(given)) {
    hand.set('givenText', plainText(given))
    hand.set('given', '0')
    return true
  }
  const said = hand.get('givenText')
  const isOfZero = parseNumber(given) === 0 && saysBelowDetection(said)
  if (!isOfZero) hand.set('givenText', '')
  return false
}

/**
 * Value of the current row; 'void' for a month that does not count and has a reason, null for a refused row. A value
 * below the detection limit counts as `belowDetectionShare` of it.
 */
export function measuredOf(hand: CurrentRow, column: string, belowDetectionShare: number): number | 'void' | null {
  const given = hand.get('given')
  if (!isBelowLimit(hand, given, column)) return null
  const isBelow = storeBelowDetection(hand, given)
  const number = numberOf(given)
  if (number === null && !hasNoInformation(given)) {
    if (!isUnread(given) || parseFlag(hand.get('valid')) === false) return voidMonth(hand, given, column)
    hand.refuse({ code: 'value-unread', seen: given }, column)
    return null
  }
  const reason = hand.get('reason')
  const hasReason = isReason(reason)
  const grams = weighingOf(hand)
  const sample = wholeSample(grams)
  const computed = sample && sampleDustfall(sample)
  const begun = grams.dishGrams !== null || grams.dustedGrams !== null
  if (number === null && !computed) {
    if (hasReason) {
      // A row that itself says that it is not valid is voided by nobody else.
      if (parseFlag(hand.get('valid')) !== false)
        hand.note({ code: 'month-void', seen: reason, action: 'voided' }, hand.heading('reason'))
      return voidMonth(hand, '', column)
    }
    const missing = WEIGHING.filter(
      (name) => grams[name] === null && name !== 'mouthCm2' && !(name === 'mouthCm' && grams.mouthCm2 !== null),
    ).map((name) => hand.heading(name))
    if (begun) hand.refuse({ code: 'weighing-incomplete', expected: missing.join('、') }, '')
    else hand.refuse({ code: 'reason-missing', seen: given }, hand.heading('reason'))
    return null
  }
  const agrees = isBelow && computed?.lt(DETECTION_LIMIT)
  if (number !== null && computed && !agrees && Math.abs(roundHalfEven(computed) - roundHalfEven(number)) > 0.05 + 1e-9)
    hand.note({ code: 'weighing-differs', seen: given, expected: tenth(computed), action: 'kept' }, column)
  if (parseFlag(hand.get('valid')) === false) {
    if (!hasReason) hand.note({ code: 'reason-missing', action: 'kept' }, hand.heading('reason'))
    return 'void'
  }
  if (VOIDING.test(happened(reason)))
    hand.note({ code: 'void-with-value', seen: `${reason} · ${given}`, action: 'kept' }, hand.heading('reason'))
  if (computed || !isBelow) return computed ? computed.toNumber() : number
  return countBelowDetection(hand, given, column, belowDetectionShare)
}

/**
 * What a published figure counts as. One below the detection limit keeps its text, also when an export of it, where the
 * number stands beside the text, is read again.
 */
export function publishedOf(hand: CurrentRow, given: string, column: string, share: number): number {
  const said = hand.get('givenText')
  const isBelow = isBelowDetection(given)
  const number = isBelow
    ? countBelowDetection(hand, given, column, share)
    : publishedValue(numberOf(given)!, said, share)
  const isSaid = saysBelowDetection(said) && number === countedBelowDetection(share)
  hand.set('givenText', isBelow ? plainText(given) : isSaid ? said : '')
  if (isBelow || number !== numberOf(given)) hand.set('value', String(number))
  return number
}

/** What a value below the detection limit counts as, which is reported. */
function countBelowDetection(hand: CurrentRow, seen: string, column: string, share: number): number {
  const counted = countedBelowDetection(share)
  hand.note({ code: 'below-detection', seen, became: String(counted), action: 'converted' }, column)
  return counted
}

/** All numbers of the weighing. */
const weighingOf = (hand: CurrentRow) =>
  Object.fromEntries(WEIGHING.map((name) => [name, weighed(hand, name)])) as Parameters<typeof wholeSample>[0]

/** Whether the current row has a complete weighing, so that it needs no value beside it. */
export const isWeighed = (hand: CurrentRow): boolean => wholeSample(weighingOf(hand)) !== null

/** A number of the weighing; null outside its sensible range. */
function weighed(hand: CurrentRow, name: (typeof WEIGHING)[number]): number | null {
  const number = numberOf(hand.get(name))
  const [least, most] = hand.fields.find((field) => field.name === name)!.range!
  return number !== null && number >= least && number <= most ? number : null
}

/** Marks a month without a value: 故障, 被盗, 沙尘剔除 in the value or remark. */
function voidMonth(hand: CurrentRow, word: string, column: string): 'void' {
  hand.set('given', '')
  hand.set('valid', '否')
  if (word === '') return 'void'
  hand.set('reason', wordWithRemark(word, hand.get('reason')))
  hand.note({ code: 'month-void', seen: word, action: 'voided' }, column)
  return 'void'
}
