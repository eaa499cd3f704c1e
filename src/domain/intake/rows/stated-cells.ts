import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { STATED_FIELDS } from '@/domain/sources/kinds/published'
import { convertBeside } from './convert-unit'
import type { CurrentRow } from './current-row'
import type { StatedRow } from './stated-checks'

/** The derived figures beside a published one, unparsed; in a wide table with the headings of their columns. */
type Stated = Pick<StatedRow, 'stated' | 'headings'>

/** Those of the current row, in a table with one figure per row. */
export function statedInLong(hand: CurrentRow): Stated {
  const fields = STATED_FIELDS.map(({ name }) => name)
  return { stated: Object.fromEntries(fields.map((field) => [field, hand.get(field)])) }
}

/** Those of the month in a column, in a table with a column per month. */
export function statedInWide(
  { stated, header }: Pick<IntakePlan, 'stated' | 'header'>,
  month: number,
  cells: readonly string[],
): Stated {
  const own = [...stated].filter(([, { of }]) => of === month)
  return {
    stated: Object.fromEntries(own.map(([column, { field }]) => [field, (cells[column] ?? '').trim()])),
    headings: Object.fromEntries(own.map(([column, { field }]) => [field, header.names[column]!])),
  }
}

/** The same with figures of other months in the unit of the published one. */
export const convertStated = ({ stated, ...headings }: Stated, factor: string): Stated => ({
  ...headings,
  stated: Object.fromEntries(
    Object.entries(stated).map(([field, text]) => {
      const isFigure = field === 'lastMonth' || field === 'lastYear'
      return [field, isFigure ? convertBeside(text, factor) : text]
    }),
  ),
})
