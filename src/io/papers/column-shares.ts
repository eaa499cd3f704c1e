/** Letters that a column has at least and at most, whatever stands in it; longer cells are broken. */
const [LEAST, MOST] = [2, 14]

/** Width of a text in Han letters: others are about half as wide. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.5 : 1), 0)

/** Letters of a table on a line between the margins. */
const ON_A_LINE = 42

/** Each column's share of the width, by its longest cell. A heading is broken in two where all are too long for a line. */
export function columnShares(headings: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const lettersWith = (lines: number) =>
    headings.map((heading, i) => {
      const longest = rows.reduce((most, row) => Math.max(most, lettersOf(row[i] ?? '')), lettersOf(heading) / lines)
      return Math.min(MOST, Math.max(LEAST, longest)) + 1
    })
  const whole = lettersWith(1)
  const letters = whole.reduce((all, each) => all + each, 0) <= ON_A_LINE ? whole : lettersWith(2)
  const sum = letters.reduce((all, each) => all + each, 0)
  return letters.map((each) => each / sum)
}
