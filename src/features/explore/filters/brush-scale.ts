import type { NumberSpread } from '@/questions/shown/number-spreads'

/** The scale of the slider that chooses a range of numbers. */
export interface BrushScale {
  readonly least: number
  readonly most: number
  readonly step: number
  /** Rounds a number to a step, without binary fraction residues. */
  round(value: number): number
}

/** Minimum number of handle positions. */
const MIN_STEPS = 100

/** The scale for a column's numbers; its ends are extended to whole steps. */
export function brushScale({ least, most, whole }: Pick<NumberSpread, 'least' | 'most' | 'whole'>): BrushScale {
  const power = whole || most === least ? 0 : Math.floor(Math.log10((most - least) / MIN_STEPS))
  const step = whole ? 1 : 10 ** power
  const digits = Math.max(0, -power)
  const round = (value: number) => Number((Math.round(value / step) * step).toFixed(digits))
  return { least: round(Math.floor(least / step) * step), most: round(Math.ceil(most / step) * step), step, round }
}

/** Handle positions of a range; an open end is at the end of the scale. */
export const handlesOf = (
  { least, most }: BrushScale,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): readonly [number, number] => {
  const within = (value: number) => Math.min(most, Math.max(least, value))
  return [within(from ?? least), within(to ?? most)]
}

/** The range for two handles: a handle at the end of the scale means an open end; null if both are open. */
export function rangeOf(
  { least, most, round }: BrushScale,
  [from, to]: readonly [number, number],
): { readonly from: number | null; readonly to: number | null } | null {
  const range = { from: from <= least ? null : round(from), to: to >= most ? null : round(to) }
  return range.from === null && range.to === null ? null : range
}
