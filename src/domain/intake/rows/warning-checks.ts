import type { IntakeBase } from '@/domain/intake/intake-base'
import { readWarningCells } from '@/domain/warnings/warning-cells'
import type { CurrentRow } from './current-row'

/** Whether the current row is a usable warning; otherwise refuses it, reporting each wrong cell. */
export function checkWarning(hand: CurrentRow, { findCounty }: Pick<IntakeBase, 'findCounty'>): boolean {
  const cells = { level: hand.get('level'), from: hand.get('from'), until: hand.get('until'), areas: hand.get('areas') }
  const { value, faults } = readWarningCells(cells, findCounty)
  for (const { cell, ...fault } of faults) {
    if (value) hand.note({ ...fault, action: 'kept' }, hand.heading(cell))
    else hand.refuse(fault, hand.heading(cell))
  }
  return value !== null
}
