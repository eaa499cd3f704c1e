/** Letters that a column has at least and at most, whatever stands in it; longer cells are broken. */
const [LEAST, MOST] = [2, 14]

/** Width of a text in Han letters: others are about half as wide. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.5 : 1), 0)

/** Word sets Chinese and digits a quarter of a letter apart. */
const GAPS = /\p{Script=Han}(?=[\dA-Za-z])|[\dA-Za-z%](?=\p{Script=Han})/gu
const widthOf = (text: string): number => lettersOf(text) + (text.match(GAPS)?.length ?? 0) / 4

/** Of the lines of a cell. */
const widestOf = (text: string): number => Math.max(...text.split('\n').map(widthOf))

/** Letters of a table on a line between the margins. */
const ON_A_LINE = 42
/** Columns of no more letters stand whole: a number or a short word is not broken. */
const SHORT = 6

/** Widths in letters that have room on a line where they can: the long columns give way. */
function narrowed(letters: readonly number[]): readonly number[] {
  const sumOf = (some: readonly number[]) => some.reduce((all, each) => all + each, 0)
  const short = sumOf(letters.filter((each) => each <= SHORT))
  const long = sumOf(letters) - short
  if (short + long <= ON_A_LINE) return letters
  const share = (ON_A_LINE - short) / long
  return letters.map((each) => (each <= SHORT ? each : Math.max(SHORT, each * share)))
}

/** Each column's share of the width, by its longest cell. A heading is broken in two where all are too long for a line. */
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
