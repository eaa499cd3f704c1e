import type { KindId } from '@/domain/sources/kinds/kind'
import type { LookLegend } from '@/domain/sources/view/look'
import { type Palette, rampOf } from './palette'

/** The look of one kind, with the legend of its colours. */
export interface DrawnLook {
  readonly kind: KindId
  /** Column for the colours; null: by standing. */
  readonly column: string | null
  readonly legend: LookLegend
  /** Column for the sizes; null: all the same size. */
  readonly sizeColumn: string | null
}

/** Smallest and largest symbol of a look with sizes, in pixels. */
const LOOK_PIXELS = [10, 38] as const

/** Symbol size in pixels for a size in a look, 0…255. */
export const lookSize = (size: number) => LOOK_PIXELS[0] + (size / 255) * (LOOK_PIXELS[1] - LOOK_PIXELS[0])

/** The colour of each class of a look. */
export function lookColours(
  { breaks, categories }: Pick<LookLegend, 'breaks' | 'categories'>,
  palette: Palette,
): readonly string[] {
  return breaks ? rampOf(palette, breaks.length + 1) : palette.categories.slice(0, categories?.length ?? 0)
}
