import type { FilteredFinding } from '@/questions/filtered-findings'

/** An unmet requirement: its rule, the field names of the items at fault, and whether a person has to look. */
export type UnmetRequirement = Pick<FilteredFinding, 'rule' | 'items' | 'isToVerify'>

/** Padding width, so that texts sort in the order of the plan's rules. */
const DIGITS = 5

/** Follows the rule number if a person has to look; no field has this name. */
const TO_VERIFY = '?'

/**
 * Requirements as one table cell, a line each: rule number, then the names of its items. It contains no words, since
 * these depend on the language. The worst comes first, so that sorting by the cell sorts by it.
 */
export const unmetCell = (unmet: readonly UnmetRequirement[]): string =>
  unmet
    .map(({ rule, items, isToVerify }) =>
      [String(rule).padStart(DIGITS, '0'), ...(isToVerify ? [TO_VERIFY] : []), ...items].join(' '),
    )
    .join('\n')

/** The requirements in a cell, worst first. */
export const unmetOfCell = (cell: string): UnmetRequirement[] =>
  cellLines(cell).map((line) => {
    const [rule, ...rest] = line.split(' ')
    const [mark, ...items] = rest
    return mark === TO_VERIFY ? { rule: Number(rule), items, isToVerify: true } : { rule: Number(rule), items: rest }
  })

/** The first rule in a cell, as a cell; rows are grouped by it. */
export const worstOfCell = (cell: string): string => cell.slice(0, DIGITS)

/** Several texts as one cell. */
export const linesCell = (lines: readonly string[]): string => lines.join('\n')
export const cellLines = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('\n'))
