import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import { isExampleRow, isRepeatedHeader, isSummaryRow } from '@/domain/intake/recognise/header'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isSectionRow } from '@/domain/intake/recognise/section-row'
import { isUnitRow } from '@/domain/intake/recognise/sum-rows'
import { listsThings } from '@/domain/intake/recognise/target'

/** What a row may be instead of data. */
export type SkippedRow = 'summary-row' | 'repeated-header' | 'unit-row' | 'section-row'

/** A row with a position is data, even if its first word looks like a sum: 平均路工地. */
const isPlaced = (cells: readonly string[], { columns }: IntakePlan['position']) =>
  columns !== null && coordinatesOf(cells, columns) !== null

/** What a row that is not blank is instead of data; null if it is data. */
export function skippedRow(
  cells: readonly string[],
  { header, position, target }: IntakePlan,
  isCounty: (text: string) => boolean,
): SkippedRow | null {
  if (isExampleRow(cells) || (isSummaryRow(cells) && !isPlaced(cells, position))) return 'summary-row'
  if (isRepeatedHeader(cells, header)) return 'repeated-header'
  if (isUnitRow(cells)) return 'unit-row'
  return listsThings(target) && isSectionRow(cells, header, isCounty) ? 'section-row' : null
}
