import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'

/** Minimum and maximum width of a column in Chinese characters, whatever its content; longer cells wrap. */
const [LEAST, MOST] = [2, 14]

/** Whether a letter is as wide as a Chinese character, as the mark of a footnote is, too. */
const isWide = (letter: string) => letter >= '\u2e80' || letter === FOOTNOTE_MARK

/** Width of a text in Chinese characters; other characters are about half as wide. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : 0.5), 0)

/** Word puts a gap of a quarter character between Chinese and Latin letters or digits. */
const GAPS = /\p{Script=Han}(?=[\dA-Za-z])|[\dA-Za-z%](?=\p{Script=Han})/gu
const widthOf = (text: string): number => lettersOf(text) + (text.match(GAPS)?.length ?? 0) / 4

/** Width of the widest line of a cell. */
const widestOf = (text: string): number => Math.max(...text.split('\n').map(widthOf))

/** Characters of a table row that fit between the margins. */
const ON_A_LINE = 42
/** Columns up to this width are never narrowed: a number or short word should not wrap. */
const SHORT = 6

/** Column widths narrowed to fit a line if possible, by shrinking the long columns. */
function narrowed(letters: readonly number[]): readonly number[] {
  const sumOf = (some: readonly number[]) => some.reduce((all, each) => all + each, 0)
  const short = sumOf(letters.filter((each) => each <= SHORT))
  const long = sumOf(letters) - short
  if (short + long <= ON_A_LINE) return letters
  const share = (ON_A_LINE - short) / long
  return letters.map((each) => (each <= SHORT ? each : Math.max(SHORT, each * share)))
}

/**
 * Each column's share of the width, by its longest cell. Headings wrap to two lines if the columns would be too wide
 * for a line.
 */
export function columnShares(headings: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const lettersWith = (lines: number) =>
    headings.map((heading, i) => {
      const longest = rows.reduce((most, row) => Math.max(most, widestOf(row[i] ?? '')), widthOf(heading) / lines)
      return Math.min(MOST, Math.max(LEAST, longest)) + 1
    })
  const whole = lettersWith(1)
  const letters = narrowed(whole.reduce((all, each) => all + each, 0) <= ON_A_LINE ? whole : lettersWith(2))
  const sum = letters.reduce((all, each) => all + each, 0)
  return letters.map((each) => each / sum)
}
