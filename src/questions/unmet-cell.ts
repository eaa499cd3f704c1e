import type { AskedFinding } from './asked-findings'

/** A requirement that is not met: the number of its rule, and the names of the fields of the items at fault. */
export type UnmetRequirement = Pick<AskedFinding, 'rule' | 'items'>

/** So many digits that texts sort as the plan has its rules. */
const DIGITS = 5

/**
 * Requirements as one cell of a table, a line for each: the number of the rule, then the names of its items. It has no words,
 * since these are of a language, and begins with the worst, so that rows which are sorted by it stand by that.
 */
export const unmetCell = (unmet: readonly UnmetRequirement[]): string =>
  unmet.map(({ rule, items }) => [String(rule).padStart(DIGITS, '0'), ...items].join(' ')).join('\n')

/** What a cell says, worst first. */
export const unmetOfCell = (cell: string): UnmetRequirement[] =>
  cellLines(cell).map((line) => {
    const [rule, ...items] = line.split(' ')
    return { rule: Number(rule), items }
  })

/** The rule that stands first in a cell, as a cell: by it rows are grouped. */
export const worstOfCell = (cell: string): string => cell.slice(0, DIGITS)

/** Several texts as one cell. */
export const linesCell = (lines: readonly string[]): string => lines.join('\n')
export const cellLines = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('\n'))
