import { roundHalfEven, tenth } from '@/domain/dustfall/rounding'
import { sampleDustfall, wholeSample } from '@/domain/dustfall/sample'
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
/** Remarks that give no reason. */
const NO_REASON = /^(?:无|正常|有效|良好|是)$/

/** Whether a cell is empty of information: a dash, `null`, a spreadsheet error. 缺测 is not: it gives a reason. */
export const hasNoInformation = (cell: string) =>
  cell === '' || cell.startsWith('#') || (isAbsentMark(cell) && !/\p{Script=Han}/u.test(cell))

/** Parses a laboratory value; below the detection limit it is 0. Null if there is no number. */
export function numberOf(cell: string): number | null {
  if (isBelowDetection(cell)) return 0
  return parseNumber(cell) ?? parseLooseNumber(cell)
}

/** Value of the current row; 'void' for a month that does not count and has a reason, null for a refused row. */
export function measuredOf(hand: CurrentRow, column: string): number | 'void' | null {
  const given = hand.get('given')
  const number = numberOf(given)
  if (number === null && !hasNoInformation(given)) return voidMonth(hand, given, column)
  const reason = hand.get('reason')
  const hasReason = !hasNoInformation(reason) && !NO_REASON.test(plainText(reason))
  const grams = Object.fromEntries(WEIGHING.map((name) => [name, weighed(hand, name)])) as Parameters<
    typeof wholeSample
  >[0]
  const sample = wholeSample(grams)
  const computed = sample && sampleDustfall(sample)
  const begun = grams.dishGrams !== null || grams.dustedGrams !== null
  if (number === null && !computed) {
    if (hasReason) {
      hand.note({ code: 'month-void', seen: reason, action: 'kept' }, hand.heading('reason'))
      return voidMonth(hand, '', column)
    }
    const missing = WEIGHING.filter(
      (name) => grams[name] === null && name !== 'mouthCm2' && !(name === 'mouthCm' && grams.mouthCm2 !== null),
    ).map((name) => hand.heading(name))
    if (begun) hand.refuse({ code: 'weighing-incomplete', expected: missing.join('、') }, '')
    else hand.refuse({ code: 'reason-missing', seen: given }, hand.heading('reason'))
    return null
  }
  if (number !== null && computed && Math.abs(roundHalfEven(computed) - roundHalfEven(number)) > 0.05 + 1e-9)
    hand.note({ code: 'weighing-differs', seen: given, expected: tenth(computed), action: 'kept' }, column)
  if (parseFlag(hand.get('valid')) === false) {
    if (!hasReason) hand.note({ code: 'reason-missing', action: 'kept' }, hand.heading('reason'))
    return 'void'
  }
  if (VOIDING.test(reason))
    hand.note({ code: 'void-with-value', seen: `${reason} · ${given}`, action: 'kept' }, hand.heading('reason'))
  return computed ? computed.toNumber() : number
}

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
  if (hand.get('reason') === '') hand.set('reason', word)
  if (word !== '') hand.note({ code: 'cell-repaired', seen: word, became: '否', action: 'repaired' }, column)
  return 'void'
}
