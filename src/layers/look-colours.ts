import type { KindId } from '@/domain/sources/kinds/kind'
import type { LookLegend } from '@/domain/sources/view/look'
import { type Palette, rampOf } from './palette'

/** The look of one kind, and what its colours mean. */
export interface DrawnLook {
  readonly kind: KindId
  /** By which its sources are coloured; by their standing without one. */
  readonly column: string | null
  readonly legend: LookLegend
  /** By which they are larger or smaller; all are alike without one. */
  readonly sizeColumn: string | null
}

/** The smallest and the largest symbol of a look that has sizes. */
const LOOK_PIXELS = [10, 38] as const

/** How large a symbol is for its size in a look, 0…255. */
export const lookSize = (size: number) => LOOK_PIXELS[0] + (size / 255) * (LOOK_PIXELS[1] - LOOK_PIXELS[0])

/** The colour of each class of a look. */
export function lookColours(
  { breaks, categories }: Pick<LookLegend, 'breaks' | 'categories'>,
  palette: Palette,
): readonly string[] {
  return breaks ? rampOf(palette, breaks.length + 1) : palette.categories.slice(0, categories?.length ?? 0)
}
