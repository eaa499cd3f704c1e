import { type PackedColumn, textOf, textsInOrder } from './column'
import { sortByTokens, type Token } from './radix-sort'

/** Sort order of Chinese offices: by pinyin, numbers by value. */
export const pinyinOrder = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
const byLetter = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true, sensitivity: 'base' })

/** Number of weights per text that are compared as numbers; texts equal in all of them are compared by the collator. */
const MAX_WEIGHTS = 32
/** Longest number that the collator supports. */
const MAX_DIGITS = 250
/** Digits of a number per weight. */
const GROUP = 4

/**
 * Rank of each row of a column in pinyin order; equal texts share a rank. Sorting a million texts with a collator takes
 * 2.5 seconds. Most texts differ in their first characters, whose order is requested from the collator only once.
 */
export function pinyinPlaces(column: PackedColumn): Uint32Array {
  const all = new Uint32Array(column.offsets.length - 1)
  for (let row = 0; row < all.length; row++) all[row] = row
  const tokens = weigh(column)
  const order = tokens ? sortByTokens(all, tokens) : all
  const places = new Uint32Array(all.length)
  // Rows with equal tokens are adjacent; without tokens, that is all rows.
  for (let from = 0; from < order.length; ) {
    let to = tokens ? from + 1 : order.length
    while (to < order.length && tokens!.every((token) => token[order[from]!] === token[order[to]!])) to++
    if (to - from === 1) places[order[from]!] = from
    else placeRun(order.subarray(from, to), from, column, places)
    from = to
  }
  return places
}

/** Ranks rows by the collator, starting at a given rank. */
function placeRun(run: Uint32Array, first: number, column: PackedColumn, places: Uint32Array): void {
  const rows = Array.from(run, (row) => ({ row, text: textOf(column, row) }))
  rows.sort((a, b) => pinyinOrder.compare(a.text, b.text) || a.row - b.row)
  rows.forEach(({ row, text }, i) => {
    const before = rows[i - 1]
    places[row] = before?.text === text ? places[before.row]! : first + i
  })
}

/** Weights of every text, 0 after its end; null if a text contains characters that cannot be weighed individually. */
function weigh(column: PackedColumn): Token[] | null {
  const count = column.offsets.length - 1
  const letters = lettersOf(column)
  if (!letters) return null
  const weights = weightsOf(letters)
  const isApart = pairCheck(letters)
  const tokens: Token[] = []
  const put = (at: number, row: number, weight: number) => {
    if (at === tokens.length && at < MAX_WEIGHTS) tokens.push(new Uint16Array(count))
    if (at < tokens.length) tokens[at]![row] = weight
  }
  const number = weights[ZERO]!
  const textAt = textsInOrder(column)
  for (let row = 0; row < count; row++) {
    const text = textAt(row)
    let at = 0
    for (let i = 0; i < text.length && at < MAX_WEIGHTS; ) {
      const weight = weights[text.charCodeAt(i)]!
      put(at++, row, weight)
      if (i + 1 < text.length && !isApart(text.charCodeAt(i), text.charCodeAt(i + 1))) return null
      if (weight !== number) {
        i++
        continue
      }
      // Next the number of digits, then the digits.
      let end = i
      while (isDigit(text.charCodeAt(end))) end++
      while (i < end && text.charCodeAt(i) === ZERO) i++
      if (end - i > MAX_DIGITS) return null
      put(at++, row, end - i + 1)
      for (; i < end; i += GROUP) {
        let value = 0
        for (let k = i; k < i + GROUP; k++) value = value * 10 + (k < end ? text.charCodeAt(k) - ZERO : 0)
        put(at++, row, value + 1)
      }
      i = end
    }
  }
  return tokens
}

const ZERO = 0x30
const isDigit = (unit: number) => unit >= ZERO && unit <= 0x39

/**
 * Letters in a column's texts, 0 for all digits, in the collator's order; null if one of them corresponds to several
 * letters or none.
 */
function lettersOf(column: PackedColumn): string[] | null {
  const seen = new Uint8Array(0x1_0000)
  const textAt = textsInOrder(column)
  for (let row = 0; row < column.offsets.length - 1; row++) {
    const text = textAt(row)
    for (let i = 0; i < text.length; i++) seen[text.charCodeAt(i)] = 1
  }
  const letters = ['0']
  for (let unit = 0; unit < seen.length; unit++) {
    if (seen[unit] === 0 || isDigit(unit)) continue
    const letter = String.fromCharCode(unit)
    const plain = letter.normalize('NFKD')
    const isHalf = (unit & 0xf800) === 0xd800
    const isSimple =
      !isHalf && plain.length === 1 && !isDigit(plain.charCodeAt(0)) && byLetter.compare(letter, '') !== 0
    if (!isSimple) return null
    letters.push(letter)
  }
  return letters.sort(byLetter.compare)
}

/** Weight of each UTF-16 unit. */
function weightsOf(letters: readonly string[]): Uint16Array {
  const weights = new Uint16Array(0x1_0000)
  let weight = 0
  letters.forEach((letter, i) => {
    if (i === 0 || byLetter.compare(letters[i - 1]!, letter) !== 0) weight++
    weights[letter.charCodeAt(0)] = weight
  })
  for (let unit = ZERO; isDigit(unit); unit++) weights[unit] = weights[ZERO]!
  return weights
}

/** Characters that the collator sorts before and after all others. */
const [LOWEST, HIGHEST] = ['\ufffe', '\uffff']

/**
 * Returns a test for whether two adjacent letters sort the same as each alone; 重 before 庆 does not, because it has
 * another reading. The collator is asked once per pair.
 */
function pairCheck(letters: readonly string[]): (first: number, second: number) => boolean {
  const number = new Uint16Array(0x1_0000)
  letters.forEach((letter, i) => {
    number[letter.charCodeAt(0)] = i
  })
  const known = new Uint8Array(Math.ceil(letters.length ** 2 / 8))
  return (first, second) => {
    const pair = number[first]! * letters.length + number[second]!
    if (isDigit(first) || isDigit(second) || (known[pair >>> 3]! >>> (pair & 7)) & 1) return true
    known[pair >>> 3]! |= 1 << (pair & 7)
    const [letter, text] = [String.fromCharCode(first), String.fromCharCode(first, second)]
    return byLetter.compare(letter + LOWEST, text) <= 0 && byLetter.compare(text, letter + HIGHEST) <= 0
  }
}
