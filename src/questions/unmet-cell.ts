import type { AskedFinding } from './asked-findings'

/** A requirement that is not met: the number of its rule, the names of the fields of the items at fault, and whether a person has to look. */
export type UnmetRequirement = Pick<AskedFinding, 'rule' | 'items' | 'isToVerify'>

/** So many digits that texts sort as the plan has its rules. */
const DIGITS = 5

/** Stands behind the number of a rule where a person has to look; no field has such a name. */
const TO_VERIFY = '?'

/**
 * Requirements as one cell of a table, a line for each: the number of the rule, then the names of its items. It has no words,
 * since these are of a language, and begins with the worst, so that rows which are sorted by it stand by that.
 */
export const unmetCell = (unmet: readonly UnmetRequirement[]): string =>
  unmet
    .map(({ rule, items, isToVerify }) =>
      [String(rule).padStart(DIGITS, '0'), ...(isToVerify ? [TO_VERIFY] : []), ...items].join(' '),
    )
    .join('\n')

/** What a cell says, worst first. */
export const unmetOfCell = (cell: string): UnmetRequirement[] =>
  cellLines(cell).map((line) => {
    const [rule, ...rest] = line.split(' ')
    const [mark, ...items] = rest
    return mark === TO_VERIFY ? { rule: Number(rule), items, isToVerify: true } : { rule: Number(rule), items: rest }
  })

/** The rule that stands first in a cell, as a cell: by it rows are grouped. */
export const worstOfCell = (cell: string): string => cell.slice(0, DIGITS)

/** Several texts as one cell. */
export const linesCell = (lines: readonly string[]): string => lines.join('\n')
export const cellLines = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('\n'))
