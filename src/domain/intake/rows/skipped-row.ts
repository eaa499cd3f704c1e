import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import { isExampleRow, isRepeatedHeader, isSummaryRow } from '@/domain/intake/recognise/header'
import { monthOfRow } from '@/domain/intake/recognise/month-row'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isSectionRow } from '@/domain/intake/recognise/section-row'
import { isUnitRow } from '@/domain/intake/recognise/sum-rows'

/** What a row may be instead of data. */
export type SkippedRow = 'summary-row' | 'repeated-header' | 'unit-row' | 'section-row' | 'month-row'

/** A row with a position is data, even if its first word looks like a sum: 平均路工地. */
const isPlaced = (cells: readonly string[], { columns }: IntakePlan['position']) =>
  columns !== null && coordinatesOf(cells, columns) !== null

/** What a row that is not blank is instead of data; null if it is data. `isOfThings`: whether rows are things with a name and a code. */
export function skippedRow(
  cells: readonly string[],
  { header, position, target, dustfall, year }: IntakePlan,
  isOfThings: boolean,
  isCounty: (text: string) => boolean,
): SkippedRow | null {
  if (isExampleRow(cells) || (isSummaryRow(cells) && !isPlaced(cells, position))) return 'summary-row'
  if (isRepeatedHeader(cells, header)) return 'repeated-header'
  if (isUnitRow(cells)) return 'unit-row'
  if (isOfThings) return isSectionRow(cells, header, isCounty) ? 'section-row' : null
  return !target.surveys && dustfall.form === 'long' && monthOfRow(cells, year) !== null ? 'month-row' : null
}
