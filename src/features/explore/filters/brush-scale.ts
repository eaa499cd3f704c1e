import type { NumberSpread } from '@/questions/number-spreads'

/** The line on which a range of numbers is brushed. */
export interface BrushScale {
  readonly least: number
  readonly most: number
  readonly step: number
  /** A number as the line has it: on a step, without the remains of binary fractions. */
  round(value: number): number
}

/** So many places that the handles can stand on, or more. */
const LEAST_STEPS = 100

/** The line of a spread: its ends are those of the numbers, drawn out to whole steps. */
export function brushScale({ least, most, whole }: Pick<NumberSpread, 'least' | 'most' | 'whole'>): BrushScale {
  const power = whole || most === least ? 0 : Math.floor(Math.log10((most - least) / LEAST_STEPS))
  const step = whole ? 1 : 10 ** power
  const digits = Math.max(0, -power)
  const round = (value: number) => Number((Math.round(value / step) * step).toFixed(digits))
  return { least: round(Math.floor(least / step) * step), most: round(Math.ceil(most / step) * step), step, round }
}

/** An open end stands at the end of the line. */
export const handlesOf = (
  { least, most }: BrushScale,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): readonly [number, number] => {
  const within = (value: number) => Math.min(most, Math.max(least, value))
  return [within(from ?? least), within(to ?? most)]
}

/** A handle at the end of the line leaves that end open; null where nothing is left to narrow by. */
export function rangeOf(
  { least, most, round }: BrushScale,
  [from, to]: readonly [number, number],
): { readonly from: number | null; readonly to: number | null } | null {
  const range = { from: from <= least ? null : round(from), to: to >= most ? null : round(to) }
  return range.from === null && range.to === null ? null : range
}
