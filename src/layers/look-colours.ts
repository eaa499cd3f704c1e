import type { LookLegend } from '@/domain/sources/view/look'
import { type Palette, rampOf } from './palette'

/** The colour of each class of a look. */
export function lookColours({ breaks, categories }: LookLegend, palette: Palette): readonly string[] {
  return breaks ? rampOf(palette, breaks.length + 1) : palette.categories.slice(0, categories?.length ?? 0)
}
