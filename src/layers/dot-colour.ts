import { STATUS, STATUS_NAMES } from '@/domain/rules/status'
import { isInOrder } from '@/domain/sources/view/drawn-sources'
import type { Palette } from './palette'

/**
 * Colour of the small dot of a source by its standing, on the map and in its legend. A dot is much smaller than a symbol,
 * so that of missing data is darker than the symbol's outline.
 */
export function dotColour(palette: Palette, status: number): string {
  if (isInOrder(status)) return palette.inOrder
  return status === STATUS.unknown ? palette.missing : palette.status[STATUS_NAMES[status]!]
}
